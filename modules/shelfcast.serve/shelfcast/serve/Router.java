package shelfcast.serve;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Brings every request to its route, counts it, and answers those that belong to none. */
final class Router implements HttpHandler {
  /** What nginx calls it, too: the client went away before there was an answer. */
  private static final int CLIENT_GONE = 499;

  private final Map<String, Route> routes = new HashMap<>();
  private final String known;
  private final Supplier<State> state;
  private final Metrics metrics;
  private final InFlight inFlight;
  private final Journal journal;

  /**
   * A router.
   *
   * @param table the routes; those under {@code /page/} are not named in the answer to a wrong path
   * @param state the server's state at the moment of asking
   */
  Router(
      List<Route> table,
      Supplier<State> state,
      Metrics metrics,
      InFlight inFlight,
      Journal journal) {
    table.forEach(route -> routes.put(route.path(), route));
    this.known =
        table.stream()
            .filter(route -> !route.path().startsWith(Page.ASSETS))
            .map(Route::toString)
            .collect(Collectors.joining(", "));
    this.state = state;
    this.metrics = metrics;
    this.inFlight = inFlight;
    this.journal = journal;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    Call call = new Call(exchange, state.get(), journal);
    Optional<Route> route = Optional.ofNullable(routes.get(exchange.getRequestPath()));
    inFlight.begin();
    exchange.addExchangeCompleteListener((ended, next) -> {
      int status = ended.isResponseStarted() ? ended.getStatusCode() : CLIENT_GONE;
      metrics.answered(route, ended.getRequestMethod(), status, call.seconds());
      inFlight.end();
      next.proceed();
    });
    if (call.state().draining()) {
      exchange.setPersistent(false);
    }
    call.guard(() -> dispatch(call, route));
  }

  private void dispatch(Call call, Optional<Route> found) {
    HttpServerExchange exchange = call.exchange();
    if (found.isEmpty()) {
      call.refuse(new Problem(Problem.Kind.NOT_FOUND, notFound(exchange.getRequestPath())));
      return;
    }
    Route route = found.get();
    if (!route.accepts(exchange.getRequestMethod())) {
      call.header(Headers.ALLOW, route.allowed());
      String method = Quoted.clean(exchange.getRequestMethod().toString());
      call.refuse(
          new Problem(
              Problem.Kind.METHOD_NOT_ALLOWED,
              route.path() + " does not take " + method + ", but " + route.allowed() + "."));
    } else {
      route.endpoint().answer(call);
    }
  }

  private String notFound(String path) {
    return path.equals("/forecast")
        ? "Forecasts over a horizon are not available in this version. There is: " + known + "."
        : "Nothing is at " + Quoted.clean(path) + ". There is: " + known + ".";
  }
}
