package shelfcast.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Small sales CSVs for tests: plausible, gap-free, the same on every call. */
public final class Sales {
  /** The date of the first row. */
  public static final LocalDate START = LocalDate.of(2024, 1, 1);

  private Sales() {}

  /**
   * One series in the shape {@code date,sales}.
   *
   * @param days number of rows, from {@link #START} on
   */
  public static String csv(int days) {
    StringBuilder text = new StringBuilder("date,sales\n");
    for (int day = 0; day < days; day++) {
      text.append(START.plusDays(day)).append(',').append(units(0, day)).append('\n');
    }
    return text.toString();
  }

  /**
   * A panel in the shape {@code date,series_id,sales}, series by series, their ids {@code s0, s1…}.
   *
   * @param series number of series, each at its own level
   * @param days rows per series, from {@link #START} on
   */
  public static String panelCsv(int series, int days) {
    StringBuilder text = new StringBuilder("date,series_id,sales\n");
    for (int s = 0; s < series; s++) {
      for (int day = 0; day < days; day++) {
        text.append(START.plusDays(day)).append(",s").append(s).append(',');
        text.append(units(s, day)).append('\n');
      }
    }
    return text.toString();
  }

  /**
   * Writes a text to a file, making its folder.
   *
   * @return the file
   */
  public static Path write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A level, a weekly wave and a wobble that does not repeat within a year; 100 to 500 units. */
  private static int units(int series, int day) {
    int level = 250 + 20 * (series % 5);
    int week = new int[] {-60, -40, -20, 0, 30, 90, 60}[day % 7];
    int wobble = (day * 7_919 + series * 104_729) % 61 - 30;
    return level + week + wobble;
  }
}
