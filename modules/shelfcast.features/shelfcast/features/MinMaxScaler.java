package shelfcast.features;

import java.util.Objects;

/**
 * Maps a column's range {@code [min, max]} to {@code [0, 1]}, linearly, and back.
 *
 * <p>The arithmetic is done in double, so that a range that overflows or underflows in float does
 * neither here. {@code scale(min)} is exactly 0 and {@code scale(max)} exactly 1, and {@code
 * inverse(0)} and {@code inverse(1)} give {@code min} and {@code max} back exactly. For {@code x}
 * within the range, {@code inverse(scale(x))} differs from {@code x} by at most 2<sup>-24</sup>
 * (half the float spacing below 1) times {@code max - min}, plus half an ulp of {@code x}. A value
 * outside the range is mapped by the same line and not clipped; where the result is beyond what a
 * float holds, it is infinite.
 *
 * <p>A constant column ({@code min == max}) says nothing: every value is scaled to 0, and every
 * scaled value is brought back to {@code min}.
 *
 * @param min the smallest value, finite
 * @param max the largest value, finite, not below {@code min}
 * @throws IllegalArgumentException if the two are no range
 */
public record MinMaxScaler(float min, float max) {

  /** Checks the range. */
  public MinMaxScaler {
    if (!Float.isFinite(min) || !Float.isFinite(max) || min > max) {
      throw new IllegalArgumentException("[" + min + ", " + max + "] is no range");
    }
  }

  /**
   * The scaler for the range of some values; NaN, a missing value, is ignored.
   *
   * @throws IllegalArgumentException if there is no number among them, or an infinite one
   */
  public static MinMaxScaler fit(float... values) {
    return fit(values, 0, values.length);
  }

  /**
   * The scaler for the range of {@code values[from]} (included) to {@code values[to]} (excluded);
   * NaN, a missing value, is ignored.
   *
   * @throws IllegalArgumentException if there is no number among them, or an infinite one
   * @throws IndexOutOfBoundsException if the range does not lie within the array
   */
  public static MinMaxScaler fit(float[] values, int from, int to) {
    Objects.checkFromToIndex(from, to, values.length);
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      float value = values[i];
      if (!Float.isNaN(value)) {
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
    }
    if (min > max) {
      throw new IllegalArgumentException("a scaler cannot be fitted to missing values alone");
    }
    return new MinMaxScaler(min, max);
  }

  /** Where {@code x} lies in the range: 0 at {@code min}, 1 at {@code max}; NaN stays NaN. */
  public float scale(float x) {
    if (min == max) {
      return Float.isNaN(x) ? x : 0;
    }
    return (float) (((double) x - min) / ((double) max - min));
  }

  /** The value at {@code y} of the range, the inverse of {@link #scale}; NaN stays NaN. */
  public float inverse(float y) {
    if (min == max) {
      return Float.isNaN(y) ? y : min;
    }
    // Exact at 0 and at 1, which min + y * (max - min) would not be after rounding.
    return (float) ((1.0 - y) * min + (double) y * max);
  }
}
