package shelfcast.serve;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import shelfcast.model.Registry;
import shelfcast.store.ObjectStore;

/** The whole server: routes, model and socket, from start to drain. */
final class Service implements AutoCloseable {
  /** How long the start waits for the store before it tells that it listens. */
  private static final Duration FIRST_LOOK = Duration.ofSeconds(15);

  /** How long the end waits for requests that are on their way on connections that are open. */
  private static final Duration PARTING = Duration.ofMillis(500);

  /**
   * How a server is to run.
   *
   * @param address where it listens; port 0 takes any free one
   * @param threads IO threads
   * @param poll time between two looks at the store
   * @param bodyPatience how long a request's body may take to arrive
   */
  record Options(InetSocketAddress address, int threads, Duration poll, Duration bodyPatience) {}

  private final AtomicReference<State> state;
  private final InFlight inFlight = new InFlight();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Metrics metrics;
  private final Reloader reloader;
  private final Server server;
  private final Poller poller;

  private Service(ObjectStore store, Options options, Clock clock, Journal journal)
      throws IOException {
    state = new AtomicReference<>(State.first(clock.instant()));
    metrics = new Metrics(state::get, inFlight, clock);
    reloader = new Reloader(new Registry(store, clock), state, metrics, journal, clock);
    Router router = new Router(routes(options), state::get, metrics, inFlight, journal);
    server = Server.start(options.address(), options.threads(), router);
    poller = Poller.start(reloader::look, options.poll(), journal);
  }

  /**
   * Starts to answer, and waits up to fifteen seconds for the first look at the store.
   *
   * @param store where the champion is; stays the caller's to close
   * @throws java.net.BindException if the port is taken or the host is not of this machine
   */
  static Service start(ObjectStore store, Options options, Clock clock, Journal journal)
      throws IOException, InterruptedException {
    Service service = new Service(store, options, clock, journal);
    service.poller.awaitFirst(FIRST_LOOK);
    return service;
  }

  private List<Route> routes(Options options) {
    Duration comeAgain = options.poll();
    List<Route> routes = new ArrayList<>();
    routes.add(Route.get("/health", new HealthEndpoint()));
    routes.add(Route.get("/ready", new ReadyEndpoint(comeAgain)));
    routes.add(Route.get("/model", new ModelEndpoint(comeAgain)));
    routes.add(Route.get("/metrics", call -> call.reply(200, Metrics.TEXT, metrics.text())));
    routes.add(
        Route.post("/predict", new PredictEndpoint(metrics, options.bodyPatience(), comeAgain)));
    routes.addAll(Page.routes());
    return routes;
  }

  /** The port it listens on. */
  int port() {
    return server.port();
  }

  /** Looks at the store now rather than at the next turn. */
  void look() {
    reloader.look();
  }

  /**
   * Says on {@code /ready} that the end is near, lets the requests in flight end, and stops. New
   * requests are answered as long as one is in flight, each on a connection that then closes; then,
   * for half a second, those on connections that are open.
   *
   * @param limit how long it may take; what is in flight then is cut off
   * @return whether every request got its answer
   */
  boolean drain(Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    state.updateAndGet(State::drained);
    poller.close();
    inFlight.awaitNone(limit);
    server.refuseConnections();
    closed.await(min(PARTING, until(deadline)).toNanos(), TimeUnit.NANOSECONDS);
    boolean done = inFlight.awaitNone(until(deadline));
    server.close();
    return done;
  }

  private static Duration until(long deadline) {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Stops at once. */
  @Override
  public void close() {
    closed.countDown();
    poller.close();
    server.close();
  }
}
