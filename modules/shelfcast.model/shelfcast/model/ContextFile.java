package shelfcast.model;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * The frame of {@code context/ID.bin}: the four bytes {@code SHCX}, the format as a 32-bit number,
 * then the content, compressed by gzip. All numbers are big-endian. The ID is the first 16
 * hexadecimal digits of the SHA-256 over the four bytes, the format and the content before
 * compression, so that it does not depend on the compressor.
 */
final class ContextFile {
  private static final int MAGIC = 0x53484358;
  private static final int HEADER = 2 * Integer.BYTES;
  private static final int ID_DIGITS = 16;
  private static final int BUFFER = 1 << 16;

  private ContextFile() {}

  /**
   * A context and the id that its bytes make.
   *
   * @param context the context
   * @param id the id
   */
  record Identified(Context context, String id) {}

  /**
   * Writes a context.
   *
   * @param out where it goes; not closed
   */
  static void write(Context context, OutputStream out) throws IOException {
    out.write(header());
    GZIPOutputStream gzip = new FastGzip(out);
    content(context, gzip);
    gzip.finish();
  }

  /** The id that a context is written under. */
  static String id(Context context) {
    MessageDigest digest = Sha256.digest();
    digest.update(header());
    try {
      content(context, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    } catch (IOException e) {
      throw new UncheckedIOException("writing to nowhere", e);
    }
    return id(digest);
  }

  private static byte[] header() {
    return ByteBuffer.allocate(HEADER).putInt(MAGIC).putInt(FileFormat.CONTEXT.current()).array();
  }

  private static void content(Context context, OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(new BufferedOutputStream(out, BUFFER));
    ContextWriter.write(context, data);
    data.flush();
  }

  /**
   * Reads a context.
   *
   * @param file the file, as the user knows it
   * @param in its bytes; not closed
   * @throws BundleException if they are not a context that this program understands
   * @throws IOException if they cannot be read
   */
  static Identified read(String file, InputStream in) throws IOException {
    try {
      byte[] header = in.readNBytes(HEADER);
      ByteBuffer numbers = ByteBuffer.wrap(header);
      if (header.length < HEADER || numbers.getInt() != MAGIC) {
        throw new ZipException("it does not start with SHCX");
      }
      FileFormat.CONTEXT.check(file, numbers.getInt());
      MessageDigest digest = Sha256.digest();
      digest.update(header);
      DataInputStream data =
          new DataInputStream(new DigestInputStream(new GZIPInputStream(in, BUFFER), digest));
      Context context = ContextReader.read(data);
      if (data.read() >= 0) {
        throw new ZipException("it goes on after its end");
      }
      return new Identified(context, id(digest));
    } catch (EOFException e) {
      throw corrupt(file, "it ends too early", e);
    } catch (ZipException | IllegalArgumentException e) {
      throw corrupt(file, e.getMessage(), e);
    }
  }

  private static String id(MessageDigest digest) {
    return Sha256.hex(digest).substring(0, ID_DIGITS);
  }

  private static BundleException corrupt(String file, String why, Exception cause) {
    return new BundleException(
        BundleException.Kind.CORRUPT, file + " is not a context: " + why, cause);
  }

  /** Gzip at its fastest: a sixth of the time, for a file a seventh larger. */
  private static final class FastGzip extends GZIPOutputStream {
    private FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
