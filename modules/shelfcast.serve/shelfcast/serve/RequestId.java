package shelfcast.serve;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** The id that a request's answer, its log line and its problem carry. */
final class RequestId {
  private static final int LONGEST = 128;

  private RequestId() {}

  /**
   * The caller's id if it is a sane token (1 to 128 of letters, digits, {@code . _ -}), else a new
   * one of 32 hexadecimal digits.
   *
   * @param sent the header as it came, or {@code null} as Undertow says that there was none
   */
  static String of(String sent) {
    return sent != null && isSane(sent) ? sent : fresh();
  }

  private static boolean isSane(String id) {
    if (id.isEmpty() || id.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean sane =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || c == '.'
              || c == '_'
              || c == '-';
      if (!sane) {
        return false;
      }
    }
    return true;
  }

  private static String fresh() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
  }
}
