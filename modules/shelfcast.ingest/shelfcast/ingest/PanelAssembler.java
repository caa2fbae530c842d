package shelfcast.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the rows of a file on their series' grids: in order, without gaps, checked against it. */
final class PanelAssembler {
  /** Fewer dates say too little about a week, let alone a season. */
  private static final int LEAST_DATES = 30;

  private final String file;
  private final RowReader rows;
  private final Layout layout;
  private final ReadOptions options;
  private final Problems problems;
  private final String duplicateRemedy;
  private final PanelDates dates = new PanelDates();
  private final List<String> notices = new ArrayList<>();
  private long gaps;

  PanelAssembler(
      String file, RowReader rows, Layout layout, ReadOptions options, Problems problems) {
    this.file = file;
    this.rows = rows;
    this.layout = layout;
    this.options = options;
    this.problems = problems;
    List<String> used = layout.series().stream().map(layout.names()::get).toList();
    this.duplicateRemedy =
        new HeaderHints(layout.names(), options)
            .seriesColumns(used)
            .map(flag -> "if there are several series, tell them apart with " + flag)
            .orElse("add up what was sold on one date, in one row");
  }

  /**
   * The table.
   *
   * @throws BadDataException if there are problems, those that reading the rows found included
   */
  SalesTable assemble() {
    List<Series> panel = new ArrayList<>();
    Set<String> names = new HashSet<>();
    List<String> unsold = new ArrayList<>();
    for (int id = 0; id < rows.seriesCount(); id++) {
      SeriesRows own = rows.series(id);
      String name = rows.seriesName(id);
      own.sortByDay();
      checkDuplicates(name, own);
      if (!names.add(name)) {
        problems.add(
            own.line(0),
            "",
            name,
            "two series have this name once their columns are joined by /",
            Optional.of("rename one of them"));
      }
      series(name, own).ifPresentOrElse(panel::add, () -> unsold.add(name));
    }
    problems.throwIfAny();
    if (dates.count() < LEAST_DATES) {
      throw new BadDataException(tooFewDates());
    }
    panel.sort(Comparator.comparing(Series::id));
    addNotices(unsold);
    return new SalesTable(
        options.frequency(),
        panel,
        options.roles().known(),
        options.roles().past(),
        options.roles().statics(),
        rows.rows(),
        dates.first(),
        dates.last(),
        notices);
  }

  private void checkDuplicates(String name, SeriesRows own) {
    for (int row = 1, first = 0; row < own.size(); row++) {
      if (own.day(row) != own.day(first)) {
        first = row;
        continue;
      }
      problems.add(
          own.line(row),
          layout.names().get(layout.date()),
          LocalDate.ofEpochDay(own.day(row)).toString(),
          "series %s has this date on line %d already".formatted(name, own.line(first)),
          Optional.of(duplicateRemedy));
    }
  }

  /** The series of these rows, sorted by date; empty if nothing was ever sold. */
  private Optional<Series> series(String name, SeriesRows own) {
    int first = 0;
    int last = own.size() - 1;
    while (first <= last && Float.isNaN(own.sales(first))) {
      first++;
    }
    while (last > first && Float.isNaN(own.sales(last))) {
      last--;
    }
    if (first > last) {
      return Optional.empty();
    }
    LocalDate start = LocalDate.ofEpochDay(own.day(first));
    int[] steps = steps(own, first, start);
    int length = steps[last] + 1;
    float[] sales = new float[length];
    Arrays.fill(sales, options.gaps() == Gaps.ZERO ? 0 : Float.NaN);
    gaps += length - (last - first + 1);
    for (int row = first; row <= last; row++) {
      sales[steps[row]] = own.sales(row);
      if (!Float.isNaN(own.sales(row))) {
        dates.add(own.day(row));
      }
    }
    int knownLength = steps[own.size() - 1] + 1;
    int knownCount = layout.known().size();
    Map<String, float[]> known = new HashMap<>();
    for (int i = 0; i < knownCount; i++) {
      known.put(options.roles().known().get(i), covariate(own, i, first, steps, knownLength));
    }
    Map<String, float[]> past = new HashMap<>();
    for (int i = 0; i < layout.past().size(); i++) {
      past.put(options.roles().past().get(i), covariate(own, knownCount + i, first, steps, length));
    }
    Map<String, String> statics = new HashMap<>();
    for (int i = 0; i < layout.statics().size(); i++) {
      statics.put(options.roles().statics().get(i), rows.category(i, own.statics[i]));
    }
    return Optional.of(new Series(name, options.frequency(), start, sales, known, past, statics));
  }

  /** The step of each row from {@code first} on; a row off the grid is reported. */
  private int[] steps(SeriesRows own, int first, LocalDate start) {
    Frequency frequency = options.frequency();
    int[] steps = new int[own.size()];
    for (int row = first; row < own.size(); row++) {
      if (frequency == Frequency.DAILY) {
        steps[row] = own.day(row) - own.day(first);
        continue;
      }
      LocalDate date = LocalDate.ofEpochDay(own.day(row));
      steps[row] = (int) frequency.between(start, date);
      if (!frequency.aligned(start, date)) {
        problems.add(
            own.line(row),
            layout.names().get(layout.date()),
            date.toString(),
            frequency == Frequency.WEEKLY
                ? "not a whole number of weeks after the series' first sale on " + start
                : "not on the same day of the month as the series' first sale on " + start,
            Optional.of("use --frequency daily, or give each step's rows one date"));
      }
    }
    return steps;
  }

  private static float[] covariate(SeriesRows own, int column, int first, int[] steps, int length) {
    float[] values = new float[length];
    Arrays.fill(values, Float.NaN);
    for (int row = first; row < own.size() && steps[row] < length; row++) {
      values[steps[row]] = own.covariate(column, row);
    }
    return values;
  }

  private Problem tooFewDates() {
    return Problem.ofFile(
        file,
        "sales on %d dates only, and %d are the least".formatted(dates.count(), LEAST_DATES),
        "give the file a longer history");
  }

  private void addNotices(List<String> unsold) {
    layout.ignored().ifPresent(notices::add);
    if (!unsold.isEmpty()) {
      notices.add(
          "%s left out, for want of a single sale: %s%s"
              .formatted(
                  counted(unsold.size(), "series", "series"),
                  unsold.getFirst(),
                  unsold.size() > 1 ? ", …" : ""));
    }
    if (gaps > 0) {
      notices.add(
          "%s without a row between a series' first and last sale %s"
              .formatted(
                  counted(gaps, "date", "dates"),
                  options.gaps() == Gaps.ZERO
                      ? "counted as zero sales (--gaps zero)"
                      : "taken as unknown (--gaps zero if nothing was sold then)"));
    }
    if (rows.clipped() > 0) {
      notices.add(
          counted(rows.clipped(), "negative value", "negative values")
              + " read as 0 (--returns clip)");
    }
    if (options.frequency() == Frequency.DAILY) {
      dates
          .coarser()
          .ifPresent(better ->
              notices.add(
                  "the dates look %1$s but are read as daily: use --frequency %1$s"
                      .formatted(better.flagValue())));
    }
  }

  private static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
