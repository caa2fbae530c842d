package shelfcast.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real sales panels, which are no part of the repository. */
public final class RealSales {
  private static final String VARIABLE = "SHELFCAST_TEST_DATA";

  private RealSales() {}

  /** The folder that {@code SHELFCAST_TEST_DATA} names; skips the test where it names none. */
  public static Path folder() {
    String name = System.getenv(VARIABLE);
    Assumptions.assumeTrue(
        name != null && !name.isEmpty(),
        VARIABLE + " names no folder with real sales (see CONTRIBUTING.md)");
    return Path.of(name).toAbsolutePath();
  }

  /**
   * A file of that folder; skips the test where the variable names none.
   *
   * @throws IllegalStateException if there is a folder, but not this file in it
   */
  public static Path file(String name) {
    Path file = folder().resolve(name);
    if (!Files.isReadable(file)) {
      throw new IllegalStateException(file + " is not there; " + VARIABLE + " promised it");
    }
    return file;
  }
}
