package shelfcast.serve;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code POST /predict}: reads the body strictly, asks the model in use, answers. */
final class PredictEndpoint implements Endpoint {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Metrics metrics;
  private final Duration patience;
  private final Duration comeAgain;

  /**
   * The endpoint.
   *
   * @param patience how long a body may take to arrive
   * @param comeAgain what a client is told to wait while there is no model
   */
  PredictEndpoint(Metrics metrics, Duration patience, Duration comeAgain) {
    this.metrics = metrics;
    this.patience = patience;
    this.comeAgain = comeAgain;
  }

  @Override
  public void answer(Call call) {
    Optional<Problem> foreign = foreignBody(call.exchange());
    if (foreign.isPresent()) {
      call.refuse(foreign.get());
      return;
    }
    BodyReader.read(
        call.exchange(),
        patience,
        new BodyReader.Receiver() {
          @Override
          public void body(byte[] bytes, int length) {
            call.guard(() -> read(call, bytes, length));
          }

          @Override
          public void failed(Problem problem) {
            call.refuse(problem);
          }
        });
  }

  private void read(Call call, byte[] bytes, int length) {
    switch (PredictParser.parse(bytes, length)) {
      case PredictParser.Outcome.Refused(Problem problem) -> call.refuse(problem);
      case PredictParser.Outcome.Accepted(PredictRequest request) -> predict(call, request);
    }
  }

  private void predict(Call call, PredictRequest request) {
    switch (call.state().serving()) {
      case Serving.Waiting(String reason, var _) ->
          call.refuse(new Problem(Problem.Kind.NO_MODEL, reason), comeAgain);
      case Serving.Fallback _ -> {
        metrics.answeredByFallback();
        reply(call, request.lag1());
      }
      case Serving.InUse inUse ->
          inUse
              .predict(request)
              .ifPresentOrElse(units -> reply(call, units), () -> unknownSeries(call, request));
    }
  }

  private static void reply(Call call, double prediction) {
    byte[] body =
        Json.write(out -> {
          out.writeStartObject();
          out.writeNumberField("prediction", prediction);
          out.writeStringField("request_id", call.requestId());
          out.writeFieldName("processing_time");
          out.writeNumber(Seconds.text(call.seconds()));
          out.writeEndObject();
        });
    call.reply(200, Call.JSON, body);
  }

  private static void unknownSeries(Call call, PredictRequest request) {
    String version = call.state().serving().version();
    String named = Quoted.clean(request.seriesId().orElse(""));
    Fault fault =
        Fault.of(
            "series_id",
            "model "
                + version
                + " knows no series \""
                + named
                + "\"; leave series_id out to use the scale of all series together");
    call.refuse(
        new Problem(
            Problem.Kind.NOT_ACCEPTABLE_INPUT,
            "One thing is wrong with the body.",
            List.of(fault)));
  }

  /** Why the body will not be read as JSON, if its headers say that it is something else. */
  private static Optional<Problem> foreignBody(HttpServerExchange exchange) {
    String encoding = exchange.getRequestHeaders().getFirst(Headers.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      return Optional.of(
          unsupported("Content-Encoding " + Quoted.clean(encoding) + "; send it as it is."));
    }
    String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
    if (type == null) {
      return Optional.empty();
    }
    String[] parts = type.toLowerCase(Locale.ROOT).split(";", -1);
    String media = parts[0].strip();
    boolean json = media.equals(Call.JSON) || media.equals(FORM);
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().replace("\"", "");
      json &= !parameter.startsWith("charset=") || parameter.equals("charset=utf-8");
    }
    return json
        ? Optional.empty()
        : Optional.of(
            unsupported(
                "Content-Type "
                    + Quoted.clean(type)
                    + "; send JSON in UTF-8 as application/json."));
  }

  private static Problem unsupported(String what) {
    return new Problem(Problem.Kind.UNSUPPORTED_MEDIA_TYPE, "The body was sent with " + what);
  }
}
