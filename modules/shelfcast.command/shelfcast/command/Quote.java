package shelfcast.command;

/** Shows a value from outside in a message: in quotes, on one line, cut when long. */
final class Quote {
  private static final int LONGEST = 80;

  private Quote() {}

  /**
   * {@code text} in quotes, control characters as {@code \}{@code uXXXX}, at most 80 characters of
   * it.
   */
  static String of(String text) {
    StringBuilder shown = new StringBuilder("\"");
    text.codePoints()
        .limit(LONGEST)
        .forEach(c -> {
          if (Character.isISOControl(c)) {
            shown.append(String.format("\\u%04x", c));
          } else {
            shown.appendCodePoint(c);
          }
        });
    boolean cut = text.codePointCount(0, text.length()) > LONGEST;
    return shown.append(cut ? "…\"" : "\"").toString();
  }
}
