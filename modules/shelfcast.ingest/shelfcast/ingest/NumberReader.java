package shelfcast.ingest;

import java.nio.charset.StandardCharsets;

/**
 * Reads decimal numbers from bytes: an optional sign, digits with at most one decimal mark among or
 * around them, an optional exponent. The result is {@link Double#parseDouble}'s, bit for bit.
 */
final class NumberReader {
  /** Powers of ten that a double holds exactly. */
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  /** A whole number of as many digits is exact in a double. */
  private static final int EXACT_DIGITS = 15;

  private static final int EXPONENT_LIMIT = 100_000;

  private NumberReader() {}

  /**
   * The number in {@code bytes[from]} to {@code bytes[to]} (exclusive).
   *
   * @param decimal the decimal mark
   * @return NaN if it is no number, an infinity if it is too large for a double
   */
  static double read(byte[] bytes, int from, int to, char decimal) {
    int at = from;
    boolean negative = at < to && bytes[at] == '-';
    if (negative || at < to && bytes[at] == '+') {
      at++;
    }
    long mantissa = 0;
    int significant = 0;
    int fraction = 0;
    int digits = 0;
    boolean marked = false;
    for (; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        digits++;
        fraction += marked ? 1 : 0;
        significant += significant > 0 || digit > 0 ? 1 : 0;
        // Overflows beyond 18 digits, where it is not used.
        mantissa = 10 * mantissa + digit;
      } else if (bytes[at] == decimal && !marked) {
        marked = true;
      } else {
        break;
      }
    }
    int exponent = 0;
    if (digits > 0 && at < to && (bytes[at] | 0x20) == 'e') {
      int sign = at + 1 < to && bytes[at + 1] == '-' ? -1 : 1;
      at += at + 1 < to && (bytes[at + 1] == '-' || bytes[at + 1] == '+') ? 2 : 1;
      if (at == to) {
        return Double.NaN;
      }
      for (; at < to && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
        exponent = Math.min(EXPONENT_LIMIT, 10 * exponent + bytes[at] - '0');
      }
      exponent *= sign;
    }
    if (digits == 0 || at < to) {
      return Double.NaN;
    }
    int power = exponent - fraction;
    if (significant > EXACT_DIGITS || Math.abs(power) >= POWERS.length) {
      String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
      return Double.parseDouble(text.replace(decimal, '.'));
    }
    // Both factors are exact, so one operation rounds once, and right (Clinger 1990).
    double value = power < 0 ? mantissa / POWERS[-power] : mantissa * POWERS[power];
    return negative ? -value : value;
  }
}
