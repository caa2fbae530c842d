package shelfcast.features;

import java.time.LocalDate;
import java.util.Arrays;
import shelfcast.ingest.Series;

/**
 * The features of the next-day model, for each observation that has enough others before it: of the
 * days before, never today. Changing the sales of a day, or of any later one, never changes the
 * features of that day's row; only its target.
 *
 * <p>A row belongs to an observation (a step with a sale, not a missing one) that has at least
 * {@value #HISTORY} observations of the same series before it. {@code lag_1} is the latest
 * observation before the day; {@code rolling_mean_7} the mean of the seven latest ones before it.
 * Missing steps are skipped, not counted. On a series without gaps the two are pandas' {@code
 * shift(1)} and {@code shift(1).rolling(7).mean()}. All values are in units of sales.
 */
public final class NextDayFeatures {
  /** Observations that must come before a row. */
  public static final int HISTORY = 7;

  private final Series series;

  /** The steps of the series' observations, ascending; row r is the observation r + HISTORY. */
  private final int[] observed;

  private final float[] means;

  private NextDayFeatures(Series series, int[] observed, float[] means) {
    this.series = series;
    this.observed = observed;
    this.means = means;
  }

  /** The rows of {@code series}, none if it has no more than {@value #HISTORY} observations. */
  public static NextDayFeatures of(Series series) {
    int[] observed = observedSteps(series);
    float[] means = new float[Math.max(0, observed.length - HISTORY)];
    for (int row = 0; row < means.length; row++) {
      // Summed anew for each row: a running sum would carry rounding on, and huge values with it.
      double sum = 0;
      for (int i = row; i < row + HISTORY; i++) {
        sum += series.sales(observed[i]);
      }
      means[row] = (float) (sum / HISTORY);
    }
    return new NextDayFeatures(series, observed, means);
  }

  private static int[] observedSteps(Series series) {
    int[] steps = new int[series.length()];
    int count = 0;
    for (int step = 0; step < series.length(); step++) {
      if (!Float.isNaN(series.sales(step))) {
        steps[count++] = step;
      }
    }
    return Arrays.copyOf(steps, count);
  }

  /** The series that the rows are of. */
  public Series series() {
    return series;
  }

  /** How many rows there are. */
  public int rows() {
    return means.length;
  }

  /** The step of the series that a row, {@code 0 <= row < rows()}, is about. */
  public int step(int row) {
    return observed[row + HISTORY];
  }

  /** The date that a row is about: the day to be predicted. */
  public LocalDate date(int row) {
    return series.date(step(row));
  }

  /** The latest observation before the row's day. */
  public float lag1(int row) {
    return series.sales(observed[row + HISTORY - 1]);
  }

  /** The mean of the seven latest observations before the row's day. */
  public float rollingMean7(int row) {
    return means[row];
  }

  /** The units sold on the row's day. */
  public float target(int row) {
    return series.sales(step(row));
  }
}
