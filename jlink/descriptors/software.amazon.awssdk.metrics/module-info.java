open module software.amazon.awssdk.metrics {
  requires transitive org.slf4j;
  requires transitive software.amazon.awssdk.utils;

  exports software.amazon.awssdk.metrics;
  exports software.amazon.awssdk.metrics.internal;
}
