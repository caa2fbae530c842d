package shelfcast.serve;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * What {@code /metrics} shows, by Prometheus' naming conventions; {@code docs/api.md} lists it.
 *
 * <p>Labels only take values from closed sets, so that no client can make them grow: a path or a
 * method that we do not know is counted as {@code other}.
 */
final class Metrics {
  /** The media type of {@link #text()}. */
  static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private static final String OTHER = "other";
  private static final Set<HttpString> METHODS =
      Set.of(
          Methods.GET,
          Methods.HEAD,
          Methods.POST,
          Methods.PUT,
          Methods.DELETE,
          Methods.OPTIONS,
          Methods.PATCH);
  private static final double[] BOUNDS = {
    0.000_05, 0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5
  };
  private static final double MILLIS = 1e3;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
  private final Counter requests =
      Counter.builder()
          .name("shelfcast_http_requests_total")
          .help("Requests answered.")
          .labelNames("route", "method", "status")
          .register(registry);
  private final Histogram duration =
      Histogram.builder()
          .name("shelfcast_http_request_duration_seconds")
          .help("Time from a request's headers to the end of its answer.")
          .labelNames("route")
          .classicOnly()
          .classicUpperBounds(BOUNDS)
          .register(registry);
  private final Counter fallback = counter("fallback_predictions", "Predictions by lag_1 alone.");
  private final Counter reloads = counter("model_reloads", "Models taken into use.");
  private final Counter refusals =
      counter("model_reload_failures", "Champions that were refused; each is counted once.");
  private final Counter silences =
      counter("store_failures", "Looks at the store that it did not answer.");

  /**
   * The metrics of one server.
   *
   * @param state the server's state at the moment of asking
   * @param inFlight the requests being answered
   * @param clock tells the age of the process
   */
  Metrics(Supplier<State> state, InFlight inFlight, Clock clock) {
    Instant started = clock.instant();
    Runtime runtime = Runtime.getRuntime();
    gauge("http_requests_in_flight", "Requests being answered.", inFlight::count);
    gauge("ready", "1 if /ready answers 200.", () -> state.get().ready() ? 1 : 0);
    gauge(
        "uptime_seconds",
        "Age of the process.",
        () -> Duration.between(started, clock.instant()).toMillis() / MILLIS);
    gauge(
        "memory_heap_used_bytes",
        "Heap in use.",
        () -> runtime.totalMemory() - runtime.freeMemory());
    gauge("memory_heap_committed_bytes", "Heap taken from the system.", runtime::totalMemory);
    gauge("memory_heap_max_bytes", "Heap that may be taken.", runtime::maxMemory);
    GaugeWithCallback.builder()
        .name("shelfcast_model_info")
        .help("1 for the model in use; version none: there is none yet.")
        .labelNames("version")
        .callback(callback -> callback.call(1, state.get().serving().version()))
        .register(registry);
  }

  private Counter counter(String name, String help) {
    return Counter.builder().name("shelfcast_" + name + "_total").help(help).register(registry);
  }

  private void gauge(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name("shelfcast_" + name)
        .help(help)
        .callback(callback -> callback.call(value.getAsDouble()))
        .register(registry);
  }

  /**
   * A request has been answered.
   *
   * @param route where it went; empty: nowhere that we know
   * @param status of the answer
   * @param seconds it took
   */
  void answered(Optional<Route> route, HttpString method, int status, double seconds) {
    String path = route.map(Route::path).orElse(OTHER);
    String verb = METHODS.contains(method) ? method.toString() : OTHER;
    requests.labelValues(path, verb, Integer.toString(status)).inc();
    duration.labelValues(path).observe(seconds);
  }

  /** A prediction was made without a model. */
  void answeredByFallback() {
    fallback.inc();
  }

  /** A model was taken into use. */
  void reloaded() {
    reloads.inc();
  }

  /** A champion was refused. */
  void refused() {
    refusals.inc();
  }

  /** The store did not answer. */
  void storeSilent() {
    silences.inc();
  }

  /** All of it in Prometheus' text format, UTF-8. */
  byte[] text() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    try {
      writer.write(bytes, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }
}
