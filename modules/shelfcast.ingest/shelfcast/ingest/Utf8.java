package shelfcast.ingest;

/** Checks UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF. */
final class Utf8 {
  private Utf8() {}

  /** Whether {@code bytes[from]} to {@code bytes[to]} (exclusive) is whole, valid UTF-8. */
  static boolean isValid(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      int lead = bytes[at] & 0xff;
      int length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
      if (length == 0 || lead > 0xf4 || to - at < length) {
        return false;
      }
      for (int i = 1; i < length; i++) {
        if ((bytes[at + i] & 0xc0) != 0x80) {
          return false;
        }
      }
      if (length > 2 && !secondFits(lead, bytes[at + 1] & 0xff)) {
        return false;
      }
      at += length;
    }
    return true;
  }

  /** Table 3-7 of the Unicode standard: leads that allow fewer second bytes than 80 to BF. */
  private static boolean secondFits(int lead, int second) {
    return switch (lead) {
      case 0xe0 -> second >= 0xa0;
      case 0xed -> second < 0xa0;
      case 0xf0 -> second >= 0x90;
      case 0xf4 -> second < 0x90;
      default -> true;
    };
  }
}
