open module software.amazon.awssdk.retries {
  requires transitive software.amazon.awssdk.retries.api;
  requires transitive software.amazon.awssdk.utils;

  exports software.amazon.awssdk.retries;
  exports software.amazon.awssdk.retries.internal;
  exports software.amazon.awssdk.retries.internal.circuitbreaker;
  exports software.amazon.awssdk.retries.internal.ratelimiter;
}
