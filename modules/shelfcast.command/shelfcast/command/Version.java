package shelfcast.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which build this is. */
public final class Version {
  private Version() {}

  /**
   * What {@code git describe} said when this was built; {@code unknown} when it was built without
   * git.
   */
  public static String text() {
    try (InputStream in = Version.class.getResourceAsStream("version.txt")) {
      String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      return text.isEmpty() ? "unknown" : text;
    } catch (IOException e) {
      throw new UncheckedIOException("the version compiled into this module cannot be read", e);
    }
  }
}
