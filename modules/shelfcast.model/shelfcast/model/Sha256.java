package shelfcast.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 as we write it: 64 lower-case hexadecimal digits. */
final class Sha256 {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private Sha256() {}

  /** A fresh digest. */
  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The digest of some bytes. */
  static String hex(byte[] content) {
    return HexFormat.of().formatHex(digest().digest(content));
  }

  /** Finishes a digest. */
  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Whether a text is a whole digest. */
  static boolean isDigest(String text) {
    return DIGEST.matcher(text).matches();
  }
}
