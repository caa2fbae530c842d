package shelfcast.lstm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.ojalgo.matrix.store.R032Store;

/** Comparisons of tensors. */
final class Numbers {

  private Numbers() {}

  /** Each difference is at most {@code relative} of the expected number plus {@code absolute}. */
  static void assertClose(
      String what, float[] expected, float[] actual, double relative, double absolute) {
    assertEquals(expected.length, actual.length, what);
    for (int i = 0; i < expected.length; i++) {
      double allowed = relative * Math.abs(expected[i]) + absolute;
      assertEquals(expected[i], actual[i], allowed, what + " at " + i);
    }
  }

  static void assertClose(
      Map<String, R032Store> expected,
      Map<String, R032Store> actual,
      double relative,
      double absolute) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach(
        (name, store) -> assertClose(name, store.data, actual.get(name).data, relative, absolute));
  }
}
