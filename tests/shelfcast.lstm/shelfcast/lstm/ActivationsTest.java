package shelfcast.lstm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The bounds stated in {@link Activations}, against StrictMath in double. */
class ActivationsTest {

  /** Steps through float bit patterns; coprime to powers of two, so that all mantissas are met. */
  private static final int STRIDE = 4_099;

  private interface FloatOperator {
    float apply(float x);
  }

  /** The largest error relative to the exact value, in units of 2^-24, for 0 < |x| <= limit. */
  private static double worst(FloatOperator ours, DoubleUnaryOperator exact, float limit) {
    double worst = 0;
    int last = Float.floatToIntBits(limit);
    for (int bits = 1; bits <= last; bits += STRIDE) {
      float x = Float.intBitsToFloat(bits);
      worst = Math.max(worst, error(ours, exact, x));
      worst = Math.max(worst, error(ours, exact, -x));
    }
    return worst;
  }

  private static double error(FloatOperator ours, DoubleUnaryOperator exact, float x) {
    double truth = exact.applyAsDouble(x);
    double allowance = Math.max(Math.abs(truth), Float.MIN_NORMAL);
    return Math.abs(ours.apply(x) - truth) / allowance * 0x1p24;
  }

  @Test
  void sigmoidIsWithinItsBound() {
    double worst =
        worst(Activations::sigmoid, x -> 1 / (1 + StrictMath.exp(-x)), Activations.SIGMOID_LIMIT);
    assertTrue(worst <= 3, "worst error in units of 2^-24: " + worst);
  }

  @Test
  void tanhIsWithinItsBound() {
    double worst = worst(Activations::tanh, StrictMath::tanh, Float.MAX_VALUE);
    assertTrue(worst <= 3.5, "worst error in units of 2^-24: " + worst);
  }

  @Test
  void limitsAndSpecialValuesAreExact() {
    assertEquals(0f, Activations.tanh(0f));
    assertEquals(0.5f, Activations.sigmoid(0f));
    assertEquals(1f, Activations.tanh(Activations.TANH_LIMIT));
    assertEquals(-1f, Activations.tanh(-Activations.TANH_LIMIT));
    assertEquals(1f, Activations.tanh(Float.POSITIVE_INFINITY));
    assertEquals(-1f, Activations.tanh(Float.NEGATIVE_INFINITY));
    assertEquals(1f, Activations.sigmoid(Float.POSITIVE_INFINITY));
    assertEquals(StrictMath.exp(-87), Activations.sigmoid(Float.NEGATIVE_INFINITY), 1e-44);
    assertTrue(Float.isNaN(Activations.tanh(Float.NaN)));
    assertTrue(Float.isNaN(Activations.sigmoid(Float.NaN)));
  }
}
