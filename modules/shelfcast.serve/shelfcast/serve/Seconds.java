package shelfcast.serve;

/** Durations as text: seconds with six decimals, never in exponent notation. */
final class Seconds {
  private static final int MICROS = 1_000_000;

  private Seconds() {}

  /**
   * The duration as text.
   *
   * @param seconds not negative, below 2⁶³ microseconds
   */
  static String text(double seconds) {
    long micros = Math.round(seconds * MICROS);
    String fraction = Long.toString(micros % MICROS + MICROS);
    return micros / MICROS + "." + fraction.substring(1);
  }
}
