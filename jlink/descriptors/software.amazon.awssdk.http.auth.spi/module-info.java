open module software.amazon.awssdk.http.auth.spi {
  requires org.reactivestreams;
  requires transitive software.amazon.awssdk.checksums.spi;
  requires transitive software.amazon.awssdk.http;
  requires transitive software.amazon.awssdk.identity.spi;
  requires transitive software.amazon.awssdk.utils;

  exports software.amazon.awssdk.http.auth.spi.internal.scheme;
  exports software.amazon.awssdk.http.auth.spi.internal.signer;
  exports software.amazon.awssdk.http.auth.spi.scheme;
  exports software.amazon.awssdk.http.auth.spi.signer;
}
