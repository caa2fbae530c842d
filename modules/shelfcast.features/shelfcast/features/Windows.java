package shelfcast.features;

import java.util.Arrays;

/**
 * Windows of consecutive rows as views: where each begins, and how many rows they have. The rows
 * themselves stay in the one array that holds them all, series after series, and nothing is copied.
 *
 * <p>The starts are this record's own array, not a copy: readers do not write to it.
 *
 * @param starts the first row of each window, ascending
 * @param steps rows in a window, at least 1
 */
public record Windows(int[] starts, int steps) {

  /**
   * Every window that lies within one segment, {@code stride} rows from one start to the next.
   * Within a segment the windows are counted from its end, so that the latest row is always in one.
   *
   * @param segmentStarts the first row of each segment (the rows of one series), ascending
   * @param segmentLengths the rows of each segment; one shorter than a window gives none
   * @param steps rows in a window, at least 1
   * @param stride rows between two starts of a segment, at least 1
   * @throws IllegalArgumentException if {@code steps} or {@code stride} is below 1, or the two
   *     arrays are not of one length
   */
  public static Windows of(int[] segmentStarts, int[] segmentLengths, int steps, int stride) {
    if (steps < 1 || stride < 1) {
      throw new IllegalArgumentException("a window needs steps and stride of at least 1");
    }
    if (segmentStarts.length != segmentLengths.length) {
      throw new IllegalArgumentException("each segment needs a start and a length");
    }
    int[] starts = new int[count(segmentLengths, steps, stride)];
    int at = 0;
    for (int segment = 0; segment < segmentStarts.length; segment++) {
      int last = segmentLengths[segment] - steps;
      for (int offset = Math.floorMod(last, stride); offset <= last; offset += stride) {
        starts[at++] = segmentStarts[segment] + offset;
      }
    }
    return new Windows(starts, steps);
  }

  /** How many windows there are. */
  public int count() {
    return starts.length;
  }

  private static int count(int[] segmentLengths, int steps, int stride) {
    return Arrays.stream(segmentLengths)
        .filter(length -> length >= steps)
        .map(length -> (length - steps) / stride + 1)
        .sum();
  }
}
