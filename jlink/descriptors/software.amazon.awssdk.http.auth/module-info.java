open module software.amazon.awssdk.http.auth {
  requires org.reactivestreams;
  requires software.amazon.awssdk.http;
  requires transitive software.amazon.awssdk.http.auth.spi;
  requires transitive software.amazon.awssdk.identity.spi;
  requires software.amazon.awssdk.utils;

  exports software.amazon.awssdk.http.auth.internal.scheme;
  exports software.amazon.awssdk.http.auth.internal.signer;
  exports software.amazon.awssdk.http.auth.scheme;
  exports software.amazon.awssdk.http.auth.signer;
}
