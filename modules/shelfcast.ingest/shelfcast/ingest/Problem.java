package shelfcast.ingest;

import java.util.Optional;

/**
 * One thing that is wrong with a sales file.
 *
 * @param file the file's name
 * @param line the line it starts on, counted from 1; 0 if the whole file is meant
 * @param column the header's name for the column; empty if no single one is meant
 * @param value what stands there; empty if nothing does
 * @param reason what is wrong with it
 * @param remedy what to do, with the flag that mends it where there is one
 */
public record Problem(
    String file, long line, String column, String value, String reason, Optional<String> remedy) {

  private static final int SHOWN = 60;

  static Problem ofFile(String file, String reason, String remedy) {
    return new Problem(file, 0, "", "", reason, Optional.of(remedy));
  }

  static Problem ofLine(String file, long line, String reason, String remedy) {
    return new Problem(file, line, "", "", reason, Optional.of(remedy));
  }

  /** One line: {@code sales.csv, line 3, column sales, "-4": negative units; use ...}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file);
    if (line > 0) {
      text.append(", line ").append(line);
    }
    if (!column.isEmpty()) {
      text.append(", column ").append(column);
    }
    if (!value.isEmpty()) {
      text.append(", \"").append(shown(value)).append('"');
    }
    text.append(": ").append(reason);
    remedy.ifPresent(what -> text.append("; ").append(what));
    return text.toString();
  }

  /** A file's text cut to a readable length, with its control characters made harmless. */
  static String shown(String text) {
    String start =
        text.codePointCount(0, text.length()) <= SHOWN
            ? text
            : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    return start.replaceAll("\\p{Cntrl}", "\uFFFD");
  }
}
