package shelfcast.datagen;

/**
 * The SplitMix64 generator (Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014).
 *
 * <p>Ours, since the JDK does not promise that its own splittable generators give the same numbers
 * in every release, and what is written here must. Only StrictMath is used, for the same reason.
 */
final class SplitMix {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private long state;
  private double spare;
  private boolean hasSpare;

  /**
   * A generator whose numbers depend on the seed and on the stream, and hardly on those of the
   * neighbours.
   */
  SplitMix(long seed, long stream) {
    state = mix(mix(seed + GOLDEN) + stream * GOLDEN);
  }

  /** 64 random bits. */
  long bits() {
    state += GOLDEN;
    return mix(state);
  }

  /** Uniform in [0, 1). */
  double uniform() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  /** Uniform in [from, to). */
  double uniform(double from, double to) {
    return from + (to - from) * uniform();
  }

  /** True once in {@code 1 / chance} times. */
  boolean happens(double chance) {
    return uniform() < chance;
  }

  /** Normal with mean 0 and variance 1, by Marsaglia's polar method. */
  double normal() {
    if (hasSpare) {
      hasSpare = false;
      return spare;
    }
    double x;
    double y;
    double square;
    do {
      x = uniform(-1, 1);
      y = uniform(-1, 1);
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    spare = y * scale;
    hasSpare = true;
    return x * scale;
  }

  private static long mix(long bits) {
    long z = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
