package shelfcast.serve;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * One request and the means to answer it, on its IO thread.
 *
 * <p>It keeps the state of the server as it was when the request came: the answer and its {@code
 * X-Model-Version} always speak of the same model, even if another is swapped in meanwhile.
 */
final class Call {
  static final String JSON = "application/json";
  static final String PROBLEM = "application/problem+json";

  private static final HttpString REQUEST_ID = new HttpString("X-Request-ID");
  private static final HttpString PROCESS_TIME = new HttpString("X-Process-Time");
  private static final HttpString MODEL_VERSION = new HttpString("X-Model-Version");
  private static final double NANOS = 1e9;

  private final HttpServerExchange exchange;
  private final State state;
  private final Journal journal;
  private final String requestId;
  private final long began = System.nanoTime();

  /**
   * Takes up a request.
   *
   * @param state the server's state now
   * @param journal where a mistake of ours is told
   */
  Call(HttpServerExchange exchange, State state, Journal journal) {
    this.exchange = exchange;
    this.state = state;
    this.journal = journal;
    this.requestId = RequestId.of(exchange.getRequestHeaders().getFirst(REQUEST_ID));
  }

  HttpServerExchange exchange() {
    return exchange;
  }

  State state() {
    return state;
  }

  String requestId() {
    return requestId;
  }

  /** Seconds since the request's headers had been read. */
  double seconds() {
    return (System.nanoTime() - began) / NANOS;
  }

  /** Adds a header to the answer. */
  void header(HttpString name, String value) {
    exchange.getResponseHeaders().put(name, value);
  }

  /** Answers with a problem. */
  void refuse(Problem problem) {
    reply(problem.kind().status(), PROBLEM, problem.toJson(requestId));
  }

  /** Answers 503, and when to come again. */
  void refuse(Problem problem, Duration comeAgain) {
    header(Headers.RETRY_AFTER, Long.toString(Math.max(1, comeAgain.toSeconds())));
    refuse(problem);
  }

  /** Answers; for a {@code HEAD} request, only the headers are sent. */
  void reply(int status, String contentType, byte[] body) {
    exchange.setStatusCode(status);
    header(Headers.CONTENT_TYPE, contentType);
    header(REQUEST_ID, requestId);
    header(MODEL_VERSION, state.serving().version());
    header(PROCESS_TIME, Seconds.text(seconds()));
    exchange.getResponseSender().send(ByteBuffer.wrap(body));
  }

  /**
   * Does the work of answering. This is the boundary of the server: whatever goes wrong in our code
   * reaches the log and the client, and does not take the IO thread or the connection with it.
   */
  void guard(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      journal.failure("request " + requestId + " failed", e);
      exchange.setPersistent(false);
      if (exchange.isResponseStarted()) {
        exchange.endExchange();
      } else {
        refuse(
            new Problem(
                Problem.Kind.INTERNAL,
                "This is a mistake in the server, not in the request; its log has the details"
                    + " under the request id."));
      }
    }
  }
}
