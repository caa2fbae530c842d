package shelfcast.serve;

import java.time.Duration;

/** {@code GET /ready}: whether predictions may be sent here. For load balancers. */
final class ReadyEndpoint implements Endpoint {
  private final Duration comeAgain;

  /**
   * The endpoint.
   *
   * @param comeAgain what a client is told to wait while the server is not ready
   */
  ReadyEndpoint(Duration comeAgain) {
    this.comeAgain = comeAgain;
  }

  @Override
  public void answer(Call call) {
    State state = call.state();
    if (state.draining()) {
      call.refuse(
          new Problem(Problem.Kind.DRAINING, "The server ends what it has begun, and stops."),
          comeAgain);
    } else if (state.serving() instanceof Serving.Waiting waiting) {
      call.refuse(new Problem(Problem.Kind.NO_MODEL, waiting.reason()), comeAgain);
    } else {
      byte[] body =
          Json.write(out -> {
            out.writeStartObject();
            out.writeBooleanField("ready", true);
            out.writeStringField("model_version", state.serving().version());
            out.writeEndObject();
          });
      call.reply(200, Call.JSON, body);
    }
  }
}
