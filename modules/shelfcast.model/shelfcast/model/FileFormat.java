package shelfcast.model;

/**
 * The numbered formats of the files we write. A reader understands the present number and the one
 * before, and refuses any other. When a number is raised, its reader keeps a branch for the old
 * one.
 */
enum FileFormat {
  /** {@code models/VERSION/manifest.json}. */
  MANIFEST(1),
  /** {@code models/current.json}. */
  POINTER(1),
  /** {@code context/ID.bin}. */
  CONTEXT(1);

  /** The first format ever written; nothing older exists. */
  private static final int FIRST = 1;

  private final int current;

  FileFormat(int current) {
    this.current = current;
  }

  /** The number that this program writes. */
  int current() {
    return current;
  }

  /**
   * Refuses a number that this program does not understand.
   *
   * @param file the file, as the user knows it
   * @param found the number read from it
   * @throws BundleException if the format is newer, or older than the one before the present one
   */
  void check(String file, long found) {
    int oldest = Math.max(FIRST, current - 1);
    if (found > current) {
      throw new BundleException(
          BundleException.Kind.TOO_NEW,
          file
              + " has format "
              + found
              + "; this program understands formats up to "
              + current
              + ": upgrade shelfcast");
    }
    if (found < oldest) {
      throw new BundleException(
          BundleException.Kind.CORRUPT,
          file
              + " has format "
              + found
              + "; this program understands formats from "
              + oldest
              + " to "
              + current
              + ": train again");
    }
  }
}
