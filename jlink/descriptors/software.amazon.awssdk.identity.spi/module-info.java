open module software.amazon.awssdk.identity.spi {
  requires transitive software.amazon.awssdk.utils;

  exports software.amazon.awssdk.identity.spi;
  exports software.amazon.awssdk.identity.spi.internal;
}
