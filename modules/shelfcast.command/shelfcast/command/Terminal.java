package shelfcast.command;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out whether a person reads standard error. */
final class Terminal {
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  private Terminal() {}

  /**
   * Whether standard error is a terminal. Java only says whether standard input and output both
   * are, so on Linux the file behind the descriptor is looked at; elsewhere Java's answer has to
   * do.
   *
   * @param type the environment's {@code TERM}; a dumb terminal cannot redraw a line
   */
  static boolean isStandardError(String type) {
    if (type.equals("dumb")) {
      return false;
    }
    if (Files.isSymbolicLink(STANDARD_ERROR)) {
      try {
        String device = Files.readSymbolicLink(STANDARD_ERROR).toString();
        return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
      } catch (IOException notAllowedToLook) {
        return false;
      }
    }
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
