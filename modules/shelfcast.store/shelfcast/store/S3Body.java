package shelfcast.store;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * What goes with bytes that are sent to S3. The checksum is computed here and sent as a header: the
 * SDK would append it to the body, which with an empty body breaks the connection of its URL
 * connection client, and which not every compatible server understands.
 */
final class S3Body {
  private S3Body() {}

  /**
   * The checksum that S3 compares the bytes with.
   *
   * @param bytes all of the body
   * @return CRC-32, big-endian, in Base64, as S3 wants it
   */
  static String crc32(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    byte[] value = ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
    return Base64.getEncoder().encodeToString(value);
  }
}
