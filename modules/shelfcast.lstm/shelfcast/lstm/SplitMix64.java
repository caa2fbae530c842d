package shelfcast.lstm;

/**
 * The SplitMix64 generator (Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014), written out so that a seed gives the same numbers on every JDK.
 */
final class SplitMix64 {

  private long state;

  SplitMix64(long seed) {
    state = seed;
  }

  long nextLong() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Uniform on [-bound, bound): 24 random bits, every value a float exactly up to the scaling. */
  float nextFloat(float bound) {
    return ((nextLong() >>> 40) * 0x1.0p-23f - 1f) * bound;
  }

  /** Uniform on 0 … bound-1, off by less than bound / 2^64. */
  int nextInt(int bound) {
    return (int) Math.unsignedMultiplyHigh(nextLong(), bound);
  }

  /** Fisher and Yates's shuffle. */
  void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int swapped = values[i];
      values[i] = values[j];
      values[j] = swapped;
    }
  }
}
