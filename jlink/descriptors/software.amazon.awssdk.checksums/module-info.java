open module software.amazon.awssdk.checksums {
  requires transitive software.amazon.awssdk.checksums.spi;
  requires transitive software.amazon.awssdk.utils;

  exports software.amazon.awssdk.checksums;
  exports software.amazon.awssdk.checksums.internal;
}
