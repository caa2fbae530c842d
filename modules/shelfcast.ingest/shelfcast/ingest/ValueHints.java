package shelfcast.ingest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person probably meant, told by a value that could not be read. */
final class ValueHints {
  private static final Pattern MISSING =
      Pattern.compile("(?i)na|n/a|nan|#n/a|null|none|nil|-|\\?|\\.");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d+,\\d+");
  private static final Pattern GROUPED =
      Pattern.compile("[+-]?\\d{1,3}([,.'\\u2019 \\u00a0\\u202f]\\d{3})+([.,]\\d+)?");
  private static final Pattern DECIMAL_POINT = Pattern.compile("[+-]?\\d+\\.\\d+");

  /** Day and month by numbers, in either order, and the year last. */
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})");

  private static final List<Shape> SHAPES =
      List.of(
          new Shape("\\d{4}-\\d{2}-\\d{2}", "ISO"),
          new Shape("\\d{4}/\\d{2}/\\d{2}", "yyyy/MM/dd"),
          new Shape("\\d{4}/\\d{1,2}/\\d{1,2}", "yyyy/M/d"),
          new Shape("\\d{4}-\\d{1,2}-\\d{1,2}", "yyyy-M-d"),
          new Shape("\\d{4}\\.\\d{2}\\.\\d{2}", "yyyy.MM.dd"),
          new Shape("(19|20)\\d{6}", "yyyyMMdd"),
          new Shape("\\d{4}-\\d{2}", "yyyy-MM"),
          new Shape("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}", "'yyyy-MM-dd HH:mm:ss'"),
          new Shape("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}", "'yyyy-MM-dd HH:mm'"),
          new Shape("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}", "\"yyyy-MM-dd'T'HH:mm:ss\""),
          new Shape("\\d{1,2} [A-Za-z]{3} \\d{4}", "'d MMM yyyy'"),
          new Shape("\\d{1,2}-[A-Za-z]{3}-\\d{4}", "d-MMM-yyyy"));

  private ValueHints() {}

  /** What to do about a value that is no number. */
  static Optional<String> number(String value, char decimal) {
    if (MISSING.matcher(value).matches()) {
      return Optional.of("leave the cell empty if the value is missing");
    }
    if (decimal == '.' && DECIMAL_COMMA.matcher(value).matches()) {
      return Optional.of("use --decimal ',' if the comma is a decimal one");
    }
    if (decimal == ',' && DECIMAL_POINT.matcher(value).matches()) {
      return Optional.of("use --decimal '.' if the point is a decimal one");
    }
    if (GROUPED.matcher(value).matches()) {
      return Optional.of("write numbers without thousands separators");
    }
    return Optional.empty();
  }

  /**
   * What to do about a value that is no date.
   *
   * @param pattern what {@code --date-format} says already: a value of this form is no real day
   */
  static Optional<String> date(String value, String pattern) {
    return form(value).filter(remedy -> !remedy.equals("use --date-format " + pattern));
  }

  private static Optional<String> form(String value) {
    Matcher yearLast = YEAR_LAST.matcher(value);
    if (yearLast.matches()) {
      return Optional.of(yearLast(yearLast));
    }
    if (value.matches("[345]\\d{4}")) {
      return Optional.of("it looks like Excel's number for a day: give the column a date format");
    }
    return SHAPES.stream()
        .filter(shape -> value.matches(shape.regex()))
        .findFirst()
        .map(shape -> "use --date-format " + shape.format());
  }

  private static String yearLast(Matcher date) {
    int first = Integer.parseInt(date.group(1));
    int second = Integer.parseInt(date.group(3));
    String dayFirst = pattern(date, 'd', 'M');
    String monthFirst = pattern(date, 'M', 'd');
    if (second > 12) {
      return "use --date-format " + monthFirst;
    }
    // Dates with points are written with the day first wherever they are.
    if (first > 12 || date.group(2).equals(".")) {
      return "use --date-format " + dayFirst;
    }
    return "use --date-format " + dayFirst + " if the day comes first, else " + monthFirst;
  }

  private static String pattern(Matcher date, char first, char second) {
    boolean padded = date.group(1).length() == 2 && date.group(3).length() == 2;
    int width = padded ? 2 : 1;
    return String.join(
        date.group(2),
        String.valueOf(first).repeat(width),
        String.valueOf(second).repeat(width),
        "y".repeat(date.group(4).length()));
  }

  /** A way to write dates, and the value of {@code --date-format} for it. */
  private record Shape(String regex, String format) {}
}
