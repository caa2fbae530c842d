package shelfcast.serve;

/**
 * Text that a client sent, made fit to be repeated in an answer, a header or a log line.
 *
 * <p>A JSON string may hold anything, half a surrogate pair included, which cannot be written as
 * UTF-8 again; and it may be a megabyte long.
 */
final class Quoted {
  private static final int LONGEST = 80;

  private Quoted() {}

  /**
   * The text with control characters and lone surrogates replaced by {@code U+FFFD}, cut after 80
   * characters.
   */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(Math.min(text.length(), LONGEST + 1));
    text.codePoints()
        .limit(LONGEST)
        .forEach(point -> clean.appendCodePoint(printable(point) ? point : 0xFFFD));
    if (text.codePointCount(0, text.length()) > LONGEST) {
      clean.append('…');
    }
    return clean.toString();
  }

  private static boolean printable(int point) {
    return !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE;
  }
}
