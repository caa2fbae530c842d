package shelfcast.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import shelfcast.ingest.Frequency;
import shelfcast.ingest.SalesTable;
import shelfcast.ingest.Series;

/**
 * What forecasting needs besides the weights: the end of every series. Written on every training as
 * {@code context/ID.bin}, whoever is champion.
 *
 * @param frequency the step
 * @param lastDate the last date with a sale in any series
 * @param knownColumns covariates known ahead
 * @param pastColumns covariates known only afterwards
 * @param staticColumns categories
 * @param series the tails, sorted by id
 */
public record Context(
    Frequency frequency,
    LocalDate lastDate,
    List<String> knownColumns,
    List<String> pastColumns,
    List<String> staticColumns,
    List<Tail> series) {
  /** The most steps kept of a series, and of what is known of its future. */
  public static final int STEPS = 400;

  private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if the series are not sorted, one is there twice, or one has
   *     other columns
   */
  public Context {
    knownColumns = List.copyOf(knownColumns);
    pastColumns = List.copyOf(pastColumns);
    staticColumns = List.copyOf(staticColumns);
    series = List.copyOf(series);
    for (int i = 0; i < series.size(); i++) {
      Tail tail = series.get(i);
      if (i > 0 && series.get(i - 1).id().compareTo(tail.id()) >= 0) {
        throw new IllegalArgumentException("series \"" + tail.id() + "\" is out of order");
      }
      if (!tail.hasColumns(knownColumns.size(), pastColumns.size(), staticColumns.size())) {
        throw new IllegalArgumentException("series \"" + tail.id() + "\" has other columns");
      }
    }
  }

  /**
   * The context of a panel.
   *
   * @param table the panel
   * @param backtest by series id, what was predicted for its last steps, NaN where nothing was; a
   *     series may be left out
   * @throws IllegalArgumentException if a series has more predictions than steps are kept of it
   */
  public static Context of(SalesTable table, Map<String, float[]> backtest) {
    List<Tail> tails =
        table.series().stream()
            .map(s -> tail(table, s, backtest.getOrDefault(s.id(), new float[0])))
            .sorted(Comparator.comparing(Tail::id))
            .toList();
    return new Context(
        table.frequency(),
        table.lastDate(),
        table.knownColumns(),
        table.pastColumns(),
        table.staticColumns(),
        tails);
  }

  /** The context of a panel of which nothing has been predicted. */
  public static Context of(SalesTable table) {
    return of(table, Map.of());
  }

  private static Tail tail(SalesTable table, Series series, float[] backtest) {
    int length = series.length();
    int from = Math.max(0, length - STEPS);
    int future = Math.min(series.futureSteps(), STEPS);
    return new Tail(
        series.id(),
        series.date(from),
        series.sales(from, length),
        future,
        covariates(series, table.knownColumns(), from, length + future),
        covariates(series, table.pastColumns(), from, length),
        table.staticColumns().stream().map(series::staticValue).toList(),
        backtest.clone());
  }

  private static List<float[]> covariates(Series series, List<String> columns, int from, int to) {
    return columns.stream()
        .map(column -> {
          float[] values = new float[to - from];
          for (int step = from; step < to; step++) {
            values[step - from] = series.covariate(column, step);
          }
          return values;
        })
        .toList();
  }

  /** The tail of a series, if the context has it. */
  public Optional<Tail> find(String id) {
    int low = 0;
    int high = series.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = series.get(middle).id().compareTo(id);
      if (order == 0) {
        return Optional.of(series.get(middle));
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }

  /** Whether a text has the form of a context's id: 16 hexadecimal digits. */
  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /**
   * Checks the form of an id.
   *
   * @throws IllegalArgumentException if it is not that of a context's id
   */
  static void checkId(String text) {
    if (!isId(text)) {
      throw new IllegalArgumentException("\"" + text + "\" is not the id of a context");
    }
  }
}
