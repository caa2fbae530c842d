package shelfcast.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates gzip (RFC 1952), members written one after the other included.
 *
 * <p>Not {@link java.util.zip.GZIPInputStream}: that one takes a second member whose header is cut
 * off or damaged for the end of the data, and silently loses sales.
 */
final class GzipInput extends InputStream {
  private static final int MAGIC_1 = 0x1f;
  private static final int MAGIC_2 = 0x8b;
  private static final int DEFLATE = 8;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[1 << 15];
  private int position;
  private int limit;
  private boolean inMember;
  private boolean done;

  GzipInput(InputStream in) {
    this.in = in;
  }

  /** Whether a file that starts with these bytes is gzip. */
  static boolean startsWith(byte[] prefix) {
    return prefix.length >= 2 && (prefix[0] & 0xff) == MAGIC_1 && (prefix[1] & 0xff) == MAGIC_2;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!done) {
      if (!inMember) {
        startMember();
        continue;
      }
      int count = inflate(target, from, length);
      if (count > 0) {
        crc.update(target, from, count);
        return count;
      }
      if (inflater.finished()) {
        endMember();
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }

  private int inflate(byte[] target, int from, int length) throws IOException {
    if (inflater.needsInput()) {
      if (position == limit && !fill()) {
        throw new DamagedGzipException("the gzip data are cut off");
      }
      inflater.setInput(buffer, position, limit - position);
      position = limit;
    }
    try {
      return inflater.inflate(target, from, length);
    } catch (DataFormatException e) {
      throw new DamagedGzipException("the gzip data are damaged");
    }
  }

  private void startMember() throws IOException {
    require(next() == MAGIC_1 && next() == MAGIC_2 && next() == DEFLATE);
    int flags = next();
    require((flags & RESERVED) == 0);
    skip(6); // time, compression level, operating system
    if ((flags & EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CRC) != 0) {
      skip(2);
    }
    inflater.reset();
    crc.reset();
    inMember = true;
  }

  private void endMember() throws IOException {
    position = limit - inflater.getRemaining();
    require(fourBytes() == crc.getValue());
    require(fourBytes() == (inflater.getBytesWritten() & 0xffffffffL));
    inMember = false;
    // Some writers pad with zeros up to a block; anything else must be another member.
    while (position < limit || fill()) {
      if (buffer[position] != 0) {
        return;
      }
      position++;
    }
    done = true;
    inflater.end();
  }

  private long fourBytes() throws IOException {
    return next() | next() << 8 | next() << 16 | (long) next() << 24;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    while (next() != 0) {
      // The text ends with a zero.
    }
  }

  private int next() throws IOException {
    if (position == limit && !fill()) {
      throw new DamagedGzipException("the gzip data are cut off");
    }
    return buffer[position++] & 0xff;
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer, 0, buffer.length));
    return limit > 0;
  }

  private static void require(boolean sound) throws DamagedGzipException {
    if (!sound) {
      throw new DamagedGzipException("the gzip data are damaged");
    }
  }
}
