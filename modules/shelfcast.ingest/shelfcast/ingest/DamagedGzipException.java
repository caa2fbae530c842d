package shelfcast.ingest;

import java.io.IOException;

/** A gzip stream that ends too early or does not add up. */
final class DamagedGzipException extends IOException {
  private static final long serialVersionUID = 1;

  DamagedGzipException(String message) {
    super(message);
  }
}
