package shelfcast.store;

import java.io.IOException;
import java.io.OutputStream;

/** Content that is produced while it is written, so that it need not fit into memory. */
@FunctionalInterface
public interface Content {
  /**
   * Writes all of the content.
   *
   * @param out where it goes; buffered, and closed by the store
   * @throws IOException if the content cannot be produced; then nothing is stored. A failure of the
   *     store itself is a {@link StoreException}
   */
  void writeTo(OutputStream out) throws IOException;
}
