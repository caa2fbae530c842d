package shelfcast.lstm;

import java.util.BitSet;

/**
 * Windows to learn from, as views: a base of rows, and where in it each window starts. Windows may
 * overlap. The arrays are used, not copied.
 *
 * @param inputs rows x features numbers, row by row; finite wherever a window reaches
 * @param features numbers in a row, at least 1
 * @param targets rows x outputs numbers, row by row; finite where the row's weight is not 0
 * @param weights how much each row's loss counts, finite and at least 0; 0 masks the row, whatever
 *     its target
 * @param starts first row of each window
 * @param steps rows of a window, at least 1
 */
public record Sequences(
    float[] inputs, int features, float[] targets, float[] weights, int[] starts, int steps) {

  /**
   * Checks everything that training relies on.
   *
   * @throws IllegalArgumentException if lengths do not fit each other, a window leaves the rows, or
   *     a number that would be used is not finite
   */
  public Sequences {
    require(features >= 1, "features must be at least 1, not %d", features);
    require(steps >= 1, "steps must be at least 1, not %d", steps);
    int rows = weights.length;
    require(
        inputs.length == (long) rows * features,
        "%d weights (one a row) and %d features need %d inputs, not %d",
        rows,
        features,
        (long) rows * features,
        inputs.length);
    require(
        rows > 0 && targets.length > 0 && targets.length % rows == 0,
        "%d targets are not the same number, at least one, for each of %d rows",
        targets.length,
        rows);
    BitSet used = new BitSet(rows);
    for (int window = 0; window < starts.length; window++) {
      int start = starts[window];
      require(
          start >= 0 && start <= rows - steps,
          "window %d starts at row %d: its %d steps leave the %d rows",
          window,
          start,
          steps,
          rows);
      used.set(start, start + steps);
    }
    int outputs = targets.length / rows;
    for (int row = used.nextSetBit(0); row >= 0; row = used.nextSetBit(row + 1)) {
      float weight = weights[row];
      require(
          weight >= 0 && weight < Float.POSITIVE_INFINITY,
          "the weight of row %d must be finite and at least 0, not %s",
          row,
          weight);
      requireFinite("input", inputs, row, features);
      if (weight > 0) {
        requireFinite("target", targets, row, outputs);
      }
    }
  }

  /** Rows of the base. */
  public int rows() {
    return weights.length;
  }

  /** Numbers in a row of the targets. */
  public int outputs() {
    return targets.length / weights.length;
  }

  private static void requireFinite(String what, float[] values, int row, int width) {
    for (int i = row * width; i < (row + 1) * width; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "sequences: %s %d of row %d is %s, not a finite number"
                .formatted(what, i - row * width, row, values[i]));
      }
    }
  }

  private static void require(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new IllegalArgumentException("sequences: " + message.formatted(values));
    }
  }
}
