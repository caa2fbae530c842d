open module io.prometheus.metrics.tracer.initializer {
  requires transitive io.prometheus.metrics.tracer.common;

  exports io.prometheus.metrics.tracer.initializer;
}
