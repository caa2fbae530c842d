package shelfcast.lstm;

/**
 * The gates' functions in float32, as a fixed list of IEEE operations: a lane of a vector that does
 * the same operations with these constants gets the same bits as the scalar methods here.
 *
 * <p>Both functions rest on e^y - 1 = 2^n (e^r - 1) + (2^n - 1) with y = n ln 2 + r, |r| ≤ ln 2 /
 * 2: ln 2 in two parts as Cody and Waite ("Software Manual for the Elementary Functions", 1980),
 * e^r - 1 by the minimax polynomial of Cephes' {@code expf} (S. Moshier, netlib.org/cephes,
 * single/expf.c).
 */
public final class Activations {

  /** From here on {@link #sigmoid} stays as it is. */
  public static final float SIGMOID_LIMIT = 87f;

  /** From here on {@link #tanh} is 1 to the last bit. */
  public static final float TANH_LIMIT = 9.1f;

  /** 1 / ln 2. */
  public static final float LOG2_E = 0x1.715476p0f;

  /** 1.5 · 2^23: adding it rounds to an integer that then stands in the lowest mantissa bits. */
  public static final float ROUNDER = 0x1.8p23f;

  /** ln 2, the part with few bits, so that n · LN2_HIGH is exact. */
  public static final float LN2_HIGH = 0.693359375f;

  /** ln 2 - LN2_HIGH. */
  public static final float LN2_LOW = -2.12194440e-4f;

  /** Cephes' coefficient of r^7. */
  public static final float C7 = 1.9875691500e-4f;

  /** Cephes' coefficient of r^6. */
  public static final float C6 = 1.3981999507e-3f;

  /** Cephes' coefficient of r^5. */
  public static final float C5 = 8.3334519073e-3f;

  /** Cephes' coefficient of r^4. */
  public static final float C4 = 4.1665795894e-2f;

  /** Cephes' coefficient of r^3. */
  public static final float C3 = 1.6666665459e-1f;

  /** Cephes' coefficient of r^2. */
  public static final float C2 = 5.0000001201e-1f;

  /** The bits of 1f: an exponent shifted into place and added to them makes 2^n. */
  public static final int ONE_BITS = 0x3F800000;

  /** Mantissa bits of a float. */
  public static final int MANTISSA_BITS = 23;

  private Activations() {}

  /**
   * 1 / (1 + e^-x); NaN for NaN. Off by at most 3 · 2^-24 of the exact value (2.42 measured) for
   * |x| up to {@link #SIGMOID_LIMIT}, beyond which it is what it is there.
   */
  public static float sigmoid(float x) {
    float y = -Math.max(-SIGMOID_LIMIT, Math.min(SIGMOID_LIMIT, x));
    float rounded = Math.fma(y, LOG2_E, ROUNDER);
    float power = power(rounded);
    return 1f / (1f + Math.fma(power, expm1(y, rounded), power));
  }

  /**
   * The hyperbolic tangent, (e^2x - 1) / (e^2x + 1); NaN for NaN. Off by at most 3.5 · 2^-24 of the
   * exact value (2.86 measured), however small it is, down to subnormal numbers.
   */
  public static float tanh(float x) {
    float y = 2f * Math.max(-TANH_LIMIT, Math.min(TANH_LIMIT, x));
    float rounded = Math.fma(y, LOG2_E, ROUNDER);
    float power = power(rounded);
    float e = Math.fma(power, expm1(y, rounded), power - 1f);
    return e / (e + 2f);
  }

  /** 2^n, n being the integer in the lowest bits of {@code rounded}. */
  private static float power(float rounded) {
    return Float.intBitsToFloat((Float.floatToRawIntBits(rounded) << MANTISSA_BITS) + ONE_BITS);
  }

  /** e^r - 1 for the remainder r of y. */
  private static float expm1(float y, float rounded) {
    float n = rounded - ROUNDER;
    float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, y));
    float q = Math.fma(C7, r, C6);
    q = Math.fma(q, r, C5);
    q = Math.fma(q, r, C4);
    q = Math.fma(q, r, C3);
    q = Math.fma(q, r, C2);
    return Math.fma(q, r * r, r);
  }
}
