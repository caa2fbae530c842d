package shelfcast.evaluate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import shelfcast.features.MinMaxScaler;
import shelfcast.features.NextDayFeatures;
import shelfcast.features.Windows;
import shelfcast.ingest.SalesTable;
import shelfcast.ingest.Series;
import shelfcast.lstm.Sequences;
import shelfcast.model.NextDaySpec;
import shelfcast.model.Scalers;

/**
 * The next-day rows of a whole panel, and the cuts of it that a network learns from. Every series
 * has one scaler, fitted on its sales and used for both features and the target: a forecast of "the
 * same as yesterday" is then the same line in every series' scale, which lets one small network
 * serve them all.
 */
final class NextDayRows {
  private static final int INPUTS = NextDaySpec.FEATURES.size();

  private final List<NextDayFeatures> series;

  private NextDayRows(List<NextDayFeatures> series) {
    this.series = series;
  }

  static NextDayRows of(SalesTable table) {
    return new NextDayRows(table.series().stream().map(NextDayFeatures::of).toList());
  }

  /** The rows of each series, sorted by the series' id. */
  List<NextDayFeatures> series() {
    return series;
  }

  /** The number of rows of a series up to and including a date: its rows are sorted by date. */
  static int rowsUpTo(NextDayFeatures features, LocalDate last) {
    int low = 0;
    int high = features.rows();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (features.date(middle).isAfter(last)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /**
   * Scalers fitted on the sales up to and including a date. A series that starts later has none.
   */
  Scalers scalers(LocalDate last) {
    SortedMap<String, MinMaxScaler> bySeries = new TreeMap<>();
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (NextDayFeatures features : series) {
      Series sales = features.series();
      int steps = sales.stepsUpTo(last);
      if (steps > 0) {
        var scaler = MinMaxScaler.fit(sales.sales(0, steps));
        bySeries.put(sales.id(), scaler);
        low = Math.min(low, scaler.min());
        high = Math.max(high, scaler.max());
      }
    }
    return new Scalers(new MinMaxScaler(low, high), bySeries);
  }

  /**
   * The rows after one date and up to another, laid end to end for training. Each row is the first
   * step of one window, so that the single step from a zero state that {@code /predict} sends is
   * learnt on every row; behind each series stand {@code steps - 1} rows of weight zero, on which
   * the last windows run out.
   *
   * @param after rows on or before this date are left out; {@link LocalDate#MIN} for none
   * @param last the last date
   * @param steps the steps of a window
   * @param scalers how each series is scaled; series without a scaler are left out
   * @return the windows; empty if there is no row between the dates
   */
  Optional<Sequences> sequences(LocalDate after, LocalDate last, int steps, Scalers scalers) {
    int[] lengths = new int[series.size()];
    int[] starts = new int[series.size()];
    int rows = 0;
    for (int i = 0; i < lengths.length; i++) {
      int count = count(series.get(i), after, last, scalers);
      starts[i] = rows;
      lengths[i] = count == 0 ? 0 : count + steps - 1;
      rows += lengths[i];
    }
    if (rows == 0) {
      return Optional.empty();
    }
    float[] inputs = new float[rows * INPUTS];
    float[] targets = new float[rows];
    float[] weights = new float[rows];
    for (int i = 0; i < lengths.length; i++) {
      NextDayFeatures features = series.get(i);
      int first = rowsUpTo(features, after);
      int count = count(features, after, last, scalers);
      for (int row = 0; row < count; row++) {
        var scaler = scalers.bySeries().get(features.series().id());
        int at = starts[i] + row;
        inputs[at * INPUTS] = scaler.scale(features.lag1(first + row));
        inputs[at * INPUTS + 1] = scaler.scale(features.rollingMean7(first + row));
        targets[at] = scaler.scale(features.target(first + row));
        weights[at] = 1;
      }
    }
    Windows windows = Windows.of(starts, lengths, steps, 1);
    return Optional.of(new Sequences(inputs, INPUTS, targets, weights, windows.starts(), steps));
  }

  private static int count(
      NextDayFeatures features, LocalDate after, LocalDate last, Scalers scalers) {
    return scalers.bySeries().containsKey(features.series().id())
        ? rowsUpTo(features, last) - rowsUpTo(features, after)
        : 0;
  }
}
