package shelfcast.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The content of an object on its way here. {@link java.net.HttpURLConnection} takes a connection
 * that breaks for the end of the content, and the SDK tells a wrong checksum by an unchecked
 * exception: both are {@link IOException}s here.
 */
final class S3ContentStream extends FilterInputStream {
  private final long size;
  private long count;

  /**
   * Watches over a stream.
   *
   * @param in the content
   * @param size how long it must be, in bytes
   */
  S3ContentStream(InputStream in, long size) {
    super(in);
    this.size = size;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      int got = super.read(bytes, offset, length);
      count += Math.max(0, got);
      if (got < 0 && count != size) {
        throw new IOException(
            "the connection broke after %d of %d bytes; try again".formatted(count, size));
      }
      return got;
    } catch (SdkException e) {
      throw new IOException("the content arrived damaged (" + e.getMessage() + "); try again", e);
    }
  }

  /** Reads on, since what is skipped counts as well. */
  @Override
  public long skip(long n) throws IOException {
    return readNBytes(Math.clamp(n, 0, 1 << 16)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
