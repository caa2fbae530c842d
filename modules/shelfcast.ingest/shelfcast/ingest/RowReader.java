package shelfcast.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Turns rows of cells into rows of series, and collects what is wrong with them. */
final class RowReader {
  static final int FIRST_DAY = (int) LocalDate.of(1900, 1, 1).toEpochDay();
  private static final int LAST_DAY = (int) LocalDate.of(2200, 12, 31).toEpochDay();

  private final CsvScanner scanner;
  private final Layout layout;
  private final ReadOptions options;
  private final Problems problems;
  private final DateReader dates;
  private final char decimal;

  private final SeriesNames names;
  private final List<SeriesRows> series = new ArrayList<>();

  /** For each static column its texts, and the one that the current row has. */
  private final List<Dictionary> categories;

  private final int[] category;

  /** Known ones first. */
  private final int[] covariates;

  private long rows;
  private long clipped;

  RowReader(CsvScanner scanner, Layout layout, ReadOptions options, Problems problems) {
    this.scanner = scanner;
    this.layout = layout;
    this.options = options;
    this.problems = problems;
    this.dates = DateReader.of(options.format().datePattern());
    this.decimal = options.format().decimal();
    this.covariates =
        Stream.concat(layout.known().stream(), layout.past().stream())
            .mapToInt(Integer::intValue)
            .toArray();
    this.names = new SeriesNames(layout.series());
    this.categories = layout.statics().stream().map(column -> new Dictionary()).toList();
    this.category = new int[categories.size()];
  }

  /** Reads the scanner's current row. */
  void read() {
    rows++;
    if (scanner.cells() != layout.names().size()) {
      reportWidth();
      return;
    }
    int day = day();
    float units = units();
    OptionalInt unnamed = names.empty(scanner);
    if (unnamed.isPresent()) {
      report(unnamed.getAsInt(), "empty, but every row must name its series");
    } else if (day != DateReader.NONE) {
      int id = names.idOf(scanner);
      SeriesRows target = rowsOf(id);
      target.add(day, units, scanner.line());
      for (int i = 0; i < covariates.length; i++) {
        target.setCovariate(i, covariate(id, i));
      }
    }
  }

  /** Data rows read, bad ones included. */
  long rows() {
    return rows;
  }

  /** Negative units that were read as zero. */
  long clipped() {
    return clipped;
  }

  /** How many series there are. */
  int seriesCount() {
    return series.size();
  }

  /** The rows of a series, by its number. */
  SeriesRows series(int id) {
    return series.get(id);
  }

  /** The name of a series, by its number. */
  String seriesName(int id) {
    return names.text(id);
  }

  /** The category of a static column, by the number that {@link SeriesRows#statics} has. */
  String category(int column, int id) {
    return categories.get(column).text(id);
  }

  private SeriesRows rowsOf(int id) {
    for (int i = 0; i < category.length; i++) {
      int column = layout.statics().get(i);
      category[i] =
          categories.get(i).idOf(scanner.bytes(), scanner.start(column), scanner.end(column));
    }
    if (id == series.size()) {
      series.add(new SeriesRows(covariates.length, category.clone()));
    }
    SeriesRows rowsOfSeries = series.get(id);
    for (int i = 0; i < category.length; i++) {
      if (category[i] != rowsOfSeries.statics[i]) {
        report(
            layout.statics().get(i),
            "series %s has \"%s\" on an earlier line, and a static column never changes within one"
                .formatted(seriesName(id), category(i, rowsOfSeries.statics[i])),
            "use --known or --past for numbers that change");
      }
    }
    return rowsOfSeries;
  }

  private int day() {
    int column = layout.date();
    int from = trimmedStart(column);
    int to = trimmedEnd(column, from);
    int day = dates.epochDay(scanner.bytes(), from, to);
    if (day == DateReader.NONE) {
      String pattern = options.format().datePattern();
      String wanted = pattern.equals(CsvFormat.ISO) ? "year-month-day" : "of the form " + pattern;
      String value = scanner.text(column).strip();
      if (value.isEmpty()) {
        report(column, "empty, but every row must have a date");
      } else {
        report(column, "not a date " + wanted, ValueHints.date(value, pattern));
      }
    } else if (day < FIRST_DAY || day > LAST_DAY) {
      report(column, "not between the years 1900 and 2200");
      return DateReader.NONE;
    }
    return day;
  }

  /** The row's units, NaN where missing or bad. */
  private float units() {
    int column = layout.sales();
    float units = number(column);
    if (units < 0) {
      switch (options.returns()) {
        case REFUSE ->
            report(
                column,
                "negative units",
                "use --returns keep to keep returns, or --returns clip to read them as 0");
        case CLIP -> {
          clipped++;
          return 0;
        }
        case KEEP -> {
          return units;
        }
      }
    }
    // Adding zero turns -0 into 0.
    return units + 0f;
  }

  private float covariate(int id, int index) {
    int column = covariates[index];
    boolean known = index < layout.known().size();
    int from = trimmedStart(column);
    int to = trimmedEnd(column, from);
    if (known && from == to) {
      report(
          column,
          "empty for series %s on %s, but a covariate known ahead must be there in every row"
              .formatted(seriesName(id), scanner.text(layout.date())),
          "fill it in, or list it under --past instead of --known");
      return Float.NaN;
    }
    byte[] bytes = scanner.bytes();
    return is("true", bytes, from, to) ? 1 : is("false", bytes, from, to) ? 0 : number(column);
  }

  /** A cell's number, NaN where it is empty or bad. */
  private float number(int column) {
    int from = trimmedStart(column);
    int to = trimmedEnd(column, from);
    if (from == to) {
      return Float.NaN;
    }
    double number = NumberReader.read(scanner.bytes(), from, to, decimal);
    if (Double.isNaN(number)) {
      String value = scanner.text(column).strip();
      Optional<String> text =
          column == layout.sales()
              ? Optional.empty()
              : Optional.of(
                  "encode it as numbers, or list it under --static if it never changes within a"
                      + " series");
      report(column, "not a number", ValueHints.number(value, decimal).or(() -> text));
    } else if (Float.isInfinite((float) number)) {
      report(column, "too large");
      return Float.NaN;
    }
    return (float) number;
  }

  private int trimmedStart(int column) {
    int from = scanner.start(column);
    int to = scanner.end(column);
    while (from < to && isSpace(scanner.bytes()[from])) {
      from++;
    }
    return from;
  }

  private int trimmedEnd(int column, int from) {
    int to = scanner.end(column);
    while (from < to && isSpace(scanner.bytes()[to - 1])) {
      to--;
    }
    return to;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t';
  }

  private static boolean is(String lowerCase, byte[] bytes, int from, int to) {
    if (to - from != lowerCase.length()) {
      return false;
    }
    for (int i = 0; i < lowerCase.length(); i++) {
      if ((bytes[from + i] | 0x20) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void reportWidth() {
    int width = layout.names().size();
    int cells = scanner.cells();
    problems.add(
        scanner.line(),
        "",
        "",
        "%d %s, but the header has %d".formatted(cells, cells == 1 ? "cell" : "cells", width),
        cells > width
            ? Optional.of(
                "put cells with a \"%c\" in them, such as decimal commas, in quotes"
                    .formatted(options.format().delimiter()))
            : Optional.empty());
  }

  private void report(int column, String reason) {
    report(column, reason, Optional.empty());
  }

  private void report(int column, String reason, String remedy) {
    report(column, reason, Optional.of(remedy));
  }

  private void report(int column, String reason, Optional<String> remedy) {
    problems.add(scanner.line(), layout.names().get(column), scanner.text(column), reason, remedy);
  }
}
