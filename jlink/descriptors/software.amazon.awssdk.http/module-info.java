open module software.amazon.awssdk.http {
  requires transitive org.reactivestreams;
  requires software.amazon.awssdk.annotations;
  requires transitive software.amazon.awssdk.metrics;
  requires transitive software.amazon.awssdk.utils;

  exports software.amazon.awssdk.http;
  exports software.amazon.awssdk.http.async;
  exports software.amazon.awssdk.internal.http;
}
