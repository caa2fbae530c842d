package shelfcast.store;

import java.io.IOException;
import java.io.InputStream;

/**
 * An object being read. It goes on giving the content that it was opened on when the object is
 * overwritten meanwhile.
 *
 * @param info what is known of exactly the bytes of the stream
 * @param stream the content; its failures are {@link IOException}s. Close it, or this
 */
public record ObjectStream(ObjectInfo info, InputStream stream) implements AutoCloseable {
  @Override
  public void close() throws IOException {
    stream.close();
  }
}
