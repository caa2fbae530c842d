open module software.amazon.awssdk.utils {
  requires transitive org.reactivestreams;
  requires transitive org.slf4j;

  exports software.amazon.awssdk.utils;
  exports software.amazon.awssdk.utils.async;
  exports software.amazon.awssdk.utils.builder;
  exports software.amazon.awssdk.utils.cache;
  exports software.amazon.awssdk.utils.cache.bounded;
  exports software.amazon.awssdk.utils.cache.lru;
  exports software.amazon.awssdk.utils.http;
  exports software.amazon.awssdk.utils.internal;
  exports software.amazon.awssdk.utils.internal.async;
  exports software.amazon.awssdk.utils.internal.proxy;
  exports software.amazon.awssdk.utils.io;
  exports software.amazon.awssdk.utils.uri;
  exports software.amazon.awssdk.utils.uri.internal;
}
