package shelfcast.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinMaxScalerTest {
  @Property
  void theInverseIsExactWithinTheBound(
      @ForAll("floats") float a, @ForAll("floats") float b, @ForAll("floats") float c) {
    Assume.that(a != b);
    MinMaxScaler scaler = MinMaxScaler.fit(a, b, c);
    double range = (double) scaler.max() - scaler.min();
    for (float x : new float[] {a, b, c}) {
      float y = scaler.scale(x);
      assertTrue(y >= 0 && y <= 1, () -> x + " was scaled to " + y);
      double error = Math.abs((double) scaler.inverse(y) - x);
      double bound = 0x1p-24 * range + Math.ulp(x) / 2.0;
      assertTrue(error <= bound, () -> x + " came back with an error of " + error);
    }
  }

  @Property
  void theEndsAreExact(@ForAll("floats") float a, @ForAll("floats") float b) {
    Assume.that(a != b);
    MinMaxScaler scaler = MinMaxScaler.fit(a, b);
    assertEquals(0f, scaler.scale(scaler.min()));
    assertEquals(1f, scaler.scale(scaler.max()));
    assertTrue(scaler.inverse(0) == scaler.min());
    assertTrue(scaler.inverse(1) == scaler.max());
  }

  @Property
  void orderIsKept(
      @ForAll("floats") float a, @ForAll("floats") float b, @ForAll("floats") float c) {
    Assume.that(a < b);
    MinMaxScaler scaler = new MinMaxScaler(a, b);
    float next = Math.nextUp(c);
    assertTrue(scaler.scale(c) <= scaler.scale(next));
  }

  @Provide
  Arbitrary<Float> floats() {
    // Subnormal and huge ones as likely as units sold.
    Arbitrary<Float> any =
        Arbitraries.integers().map(Float::intBitsToFloat).filter(Float::isFinite);
    Arbitrary<Float> units = Arbitraries.floats().between(0, 10_000);
    return Arbitraries.oneOf(any, units)
        .edgeCases(edges -> edges.add(0f, 1f, Float.MIN_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE));
  }

  @ParameterizedTest
  @CsvSource({"0, 10, 5, 0.5", "100, 500, 200, 0.25", "-1, 1, 3, 2", "0, 4, -1, -0.25"})
  void scalesLinearlyAndDoesNotClip(float min, float max, float x, float y) {
    MinMaxScaler scaler = new MinMaxScaler(min, max);
    assertEquals(y, scaler.scale(x));
    assertEquals(x, scaler.inverse(y));
  }

  @ParameterizedTest
  @CsvSource({"0", "7.5", "-3", "1e-45", "3e38"})
  void aConstantColumnIsZeroAndComesBackAsItself(float value) {
    MinMaxScaler scaler = MinMaxScaler.fit(value, value, value);
    assertEquals(0f, scaler.scale(value));
    assertEquals(0f, scaler.scale(value + 100));
    assertEquals(value, scaler.inverse(0));
    assertEquals(value, scaler.inverse(12));
  }

  @Test
  void missingValuesAreIgnoredAndStayMissing() {
    MinMaxScaler scaler = MinMaxScaler.fit(Float.NaN, 3, Float.NaN, 1, 2, Float.NaN);
    assertEquals(new MinMaxScaler(1, 3), scaler);
    assertTrue(Float.isNaN(scaler.scale(Float.NaN)));
    assertTrue(Float.isNaN(scaler.inverse(Float.NaN)));
    assertTrue(Float.isNaN(new MinMaxScaler(1, 1).scale(Float.NaN)));
    assertTrue(Float.isNaN(new MinMaxScaler(1, 1).inverse(Float.NaN)));
  }

  @Test
  void fitsARangeOfAnArray() {
    float[] values = {-9, 4, 2, 8, 99};
    assertEquals(new MinMaxScaler(2, 8), MinMaxScaler.fit(values, 1, 4));
    assertThrows(IndexOutOfBoundsException.class, () -> MinMaxScaler.fit(values, 1, 6));
  }

  @Test
  void whatHasNoRangeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> MinMaxScaler.fit());
    assertThrows(IllegalArgumentException.class, () -> MinMaxScaler.fit(Float.NaN));
    assertThrows(
        IllegalArgumentException.class, () -> MinMaxScaler.fit(1, Float.POSITIVE_INFINITY));
    assertThrows(IllegalArgumentException.class, () -> new MinMaxScaler(2, 1));
    assertThrows(IllegalArgumentException.class, () -> new MinMaxScaler(Float.NaN, 1));
  }
}
