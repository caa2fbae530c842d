package shelfcast.model;

/**
 * What the manifest knows of a file of its bundle.
 *
 * @param sha256 the SHA-256 of the bytes, 64 lower-case hexadecimal digits
 * @param size the number of bytes
 */
public record FileEntry(String sha256, long size) {
  /**
   * Checks the two.
   *
   * @throws IllegalArgumentException if either is not what it should be
   */
  public FileEntry {
    if (!Sha256.isDigest(sha256)) {
      throw new IllegalArgumentException("not a sha256 in hexadecimal: " + sha256);
    }
    if (size < 0) {
      throw new IllegalArgumentException("a file of " + size + " bytes");
    }
  }

  /** The entry for a file with these bytes. */
  static FileEntry of(byte[] content) {
    return new FileEntry(Sha256.hex(content), content.length);
  }
}
