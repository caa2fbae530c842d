package shelfcast.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WindowsTest {
  @Test
  void everyWindowLiesWithinOneSegment() {
    Windows windows = Windows.of(new int[] {0, 5, 7}, new int[] {5, 2, 4}, 3, 1);
    assertArrayEquals(new int[] {0, 1, 2, 7, 8}, windows.starts());
    assertEquals(5, windows.count());
    assertEquals(3, windows.steps());
  }

  @Test
  void aStrideCountsFromTheEnd() {
    assertArrayEquals(
        new int[] {10 + 1, 10 + 4, 10 + 7},
        Windows.of(new int[] {10}, new int[] {10}, 3, 3).starts());
  }

  @Property
  void theWindowsAreThoseThatFit(
      @ForAll @Size(max = 5) List<@IntRange(max = 20) Integer> lengths,
      @ForAll @IntRange(min = 1, max = 6) int steps,
      @ForAll @IntRange(min = 1, max = 6) int stride) {
    int[] segmentLengths = lengths.stream().mapToInt(Integer::intValue).toArray();
    int[] segmentStarts = new int[segmentLengths.length];
    for (int i = 1; i < segmentStarts.length; i++) {
      segmentStarts[i] = segmentStarts[i - 1] + segmentLengths[i - 1];
    }
    int[] starts = Windows.of(segmentStarts, segmentLengths, steps, stride).starts();
    int at = 0;
    for (int segment = 0; segment < segmentStarts.length; segment++) {
      int end = segmentStarts[segment] + segmentLengths[segment];
      int from = at;
      while (at < starts.length && starts[at] < end) {
        assertTrue(starts[at] >= segmentStarts[segment] && starts[at] + steps <= end);
        assertTrue(at == from || starts[at] - starts[at - 1] == stride);
        at++;
      }
      if (segmentLengths[segment] >= steps) {
        assertEquals(end, starts[at - 1] + steps, "the latest row is in a window");
        assertTrue(starts[from] - stride < segmentStarts[segment], "no window is left out");
      }
    }
    assertEquals(starts.length, at);
    assertTrue(Arrays.stream(starts).allMatch(start -> start >= 0));
  }

  @Test
  void whatMakesNoWindowsIsRefused() {
    int[] one = {1};
    assertThrows(IllegalArgumentException.class, () -> Windows.of(one, one, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> Windows.of(one, one, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> Windows.of(one, new int[2], 1, 1));
  }
}
