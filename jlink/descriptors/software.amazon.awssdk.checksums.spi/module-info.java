open module software.amazon.awssdk.checksums.spi {
  exports software.amazon.awssdk.checksums.spi;
}
