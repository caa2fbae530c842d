package shelfcast.serve;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import shelfcast.model.Bundle;
import shelfcast.model.Pointer;

/** {@code GET /model}: what is known of the model in use, its manifest included. */
final class ModelEndpoint implements Endpoint {
  /** What fallback means and how to leave it. */
  static final String FALLBACK =
      "The store has no model yet: every prediction is lag_1. Run shelfcast-train on this store;"
          + " its model is picked up without a restart.";

  private final Duration comeAgain;

  /**
   * The endpoint.
   *
   * @param comeAgain what a client is told to wait while there is no model
   */
  ModelEndpoint(Duration comeAgain) {
    this.comeAgain = comeAgain;
  }

  @Override
  public void answer(Call call) {
    switch (call.state().serving()) {
      case Serving.Waiting waiting ->
          call.refuse(new Problem(Problem.Kind.NO_MODEL, waiting.reason()), comeAgain);
      case Serving.Fallback fallback ->
          call.reply(200, Call.JSON, Json.write(out -> write(out, fallback)));
      case Serving.InUse inUse -> call.reply(200, Call.JSON, inUse.description());
    }
  }

  private static void write(JsonGenerator out, Serving.Fallback fallback) throws IOException {
    out.writeStartObject();
    out.writeStringField("model_version", fallback.version());
    out.writeBooleanField("fallback", true);
    out.writeBooleanField("pinned", false);
    out.writeStringField("detail", FALLBACK);
    out.writeEndObject();
  }

  /** What is known of a champion, as JSON. */
  static byte[] describe(Bundle bundle, Pointer pointer) {
    return Json.write(out -> {
      out.writeStartObject();
      out.writeStringField("model_version", bundle.version());
      out.writeBooleanField("fallback", false);
      out.writeBooleanField("pinned", pointer.pinned());
      out.writeStringField("promoted_at", pointer.promotedAt().toString());
      out.writeBooleanField(
          "beats_baseline", bundle.manifest().nextDay().metrics().beatsBaseline());
      out.writeStringField("manifest_sha256", bundle.manifestSha256());
      out.writeFieldName("manifest");
      out.writeRawValue(new String(bundle.manifest().toJson(), StandardCharsets.UTF_8).strip());
      out.writeEndObject();
    });
  }
}
