package shelfcast.ingest;

import java.util.Arrays;

/** The rows of one series in the order of the file, column by column. */
final class SeriesRows {
  /** The category of each static column, as its dictionary numbers it. */
  final int[] statics;

  private final float[][] covariates;
  private int[] days = new int[8];
  private float[] sales = new float[8];

  /** An int: a file with more lines would need more memory than its rows' arrays can have. */
  private int[] lines = new int[8];

  private int size;

  /**
   * No rows yet.
   *
   * @param covariates how many columns with covariates there are
   * @param statics the categories, taken over
   */
  SeriesRows(int covariates, int[] statics) {
    this.covariates = new float[covariates][8];
    this.statics = statics;
  }

  /**
   * Adds a row, whose covariates are missing until they are set.
   *
   * @param day days since 1970-01-01
   * @param units NaN where missing
   * @param line where the row starts in the file
   */
  void add(int day, float units, long line) {
    if (size == days.length) {
      int capacity = Math.addExact(size, size);
      days = Arrays.copyOf(days, capacity);
      sales = Arrays.copyOf(sales, capacity);
      lines = Arrays.copyOf(lines, capacity);
      for (int column = 0; column < covariates.length; column++) {
        covariates[column] = Arrays.copyOf(covariates[column], capacity);
      }
    }
    days[size] = day;
    sales[size] = units;
    lines[size] = Math.toIntExact(line);
    size++;
  }

  /** Sets a covariate of the row that was added last. */
  void setCovariate(int column, float value) {
    covariates[column][size - 1] = value;
  }

  int size() {
    return size;
  }

  int day(int row) {
    return days[row];
  }

  float sales(int row) {
    return sales[row];
  }

  int line(int row) {
    return lines[row];
  }

  float covariate(int column, int row) {
    return covariates[column][row];
  }

  /** Puts the rows in order of their dates; those of one date stay in the order of the file. */
  void sortByDay() {
    boolean sorted = true;
    for (int row = 1; row < size && sorted; row++) {
      sorted = days[row - 1] <= days[row];
    }
    if (sorted) {
      return;
    }
    long[] keys = new long[size];
    for (int row = 0; row < size; row++) {
      keys[row] = (long) days[row] << 32 | row;
    }
    Arrays.sort(keys);
    int[] from = new int[size];
    Arrays.setAll(from, row -> (int) keys[row]);
    days = permuted(days, from);
    lines = permuted(lines, from);
    sales = permuted(sales, from);
    for (int column = 0; column < covariates.length; column++) {
      covariates[column] = permuted(covariates[column], from);
    }
  }

  private static int[] permuted(int[] values, int[] from) {
    int[] result = new int[from.length];
    Arrays.setAll(result, row -> values[from[row]]);
    return result;
  }

  private static float[] permuted(float[] values, int[] from) {
    float[] result = new float[from.length];
    for (int row = 0; row < from.length; row++) {
      result[row] = values[from[row]];
    }
    return result;
  }
}
