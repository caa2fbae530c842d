package shelfcast.serve;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;

/** {@code GET /health}: always 200, and how the server is doing. For people and alarms. */
final class HealthEndpoint implements Endpoint {

  @Override
  public void answer(Call call) {
    call.reply(200, Call.JSON, Json.write(out -> write(out, call.state())));
  }

  private static void write(JsonGenerator out, State state) throws IOException {
    out.writeStartObject();
    out.writeStringField("status", status(state));
    switch (state.serving()) {
      case Serving.Waiting waiting -> {
        out.writeNullField("model_version");
        out.writeBooleanField("fallback", false);
        out.writeBooleanField("pinned", false);
        out.writeStringField("waiting_since", waiting.since().toString());
        out.writeStringField("detail", waiting.reason());
      }
      case Serving.Fallback fallback -> {
        out.writeStringField("model_version", fallback.version());
        out.writeBooleanField("fallback", true);
        out.writeBooleanField("pinned", false);
        out.writeStringField("detail", ModelEndpoint.FALLBACK);
      }
      case Serving.InUse inUse -> {
        out.writeStringField("model_version", inUse.version());
        out.writeBooleanField("fallback", false);
        out.writeBooleanField("pinned", inUse.pointer().pinned());
      }
    }
    trouble(out, "store_silent", state.silent());
    trouble(out, "champion_refused", state.refused());
    out.writeEndObject();
  }

  private static String status(State state) {
    if (state.draining()) {
      return "draining";
    }
    boolean trouble = state.silent().isPresent() || state.refused().isPresent();
    return switch (state.serving()) {
      case Serving.Waiting _ -> "waiting";
      case Serving.Fallback _ -> trouble ? "degraded" : "fallback";
      case Serving.InUse _ -> trouble ? "degraded" : "ok";
    };
  }

  private static void trouble(JsonGenerator out, String name, Optional<State.Trouble> trouble)
      throws IOException {
    if (trouble.isPresent()) {
      out.writeObjectFieldStart(name);
      out.writeStringField("since", trouble.get().since().toString());
      out.writeStringField("reason", trouble.get().reason());
      out.writeEndObject();
    }
  }
}
