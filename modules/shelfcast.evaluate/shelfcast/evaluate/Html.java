package shelfcast.evaluate;

/** Text made safe to stand in HTML. */
final class Html {
  private Html() {}

  /** Escapes the five characters that mean something in HTML, also inside quoted attributes. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
