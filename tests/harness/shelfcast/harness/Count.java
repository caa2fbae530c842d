package shelfcast.harness;

/**
 * How many tests ended which way; prints as the line that CI reads.
 *
 * @param passed ran and held
 * @param failed ran and did not hold, or could not run
 * @param skipped did not run, for a reason that was named
 */
record Count(int passed, int failed, int skipped) {
  static final Count NONE = new Count(0, 0, 0);

  Count plus(Count other) {
    return new Count(passed + other.passed, failed + other.failed, skipped + other.skipped);
  }

  int total() {
    return passed + failed + skipped;
  }

  @Override
  public String toString() {
    return "%d passed, %d failed, %d skipped".formatted(passed, failed, skipped);
  }
}
