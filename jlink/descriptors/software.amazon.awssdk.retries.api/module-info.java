open module software.amazon.awssdk.retries.api {
  requires transitive software.amazon.awssdk.utils;

  exports software.amazon.awssdk.retries.api;
  exports software.amazon.awssdk.retries.api.internal;
  exports software.amazon.awssdk.retries.api.internal.backoff;
}
