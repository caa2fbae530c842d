package shelfcast.ingest;

/**
 * How a CSV file writes its cells.
 *
 * @param delimiter between the cells of a row: one ASCII character, not a quote or a line break
 * @param decimal before a number's fraction: {@code '.'} or {@code ','}; where it is the delimiter
 *     too, numbers with a fraction must be quoted
 * @param datePattern {@link #ISO}, or a pattern of {@link java.time.format.DateTimeFormatter}
 * @throws IllegalArgumentException naming the flag to change, if one of them cannot be used
 */
public record CsvFormat(char delimiter, char decimal, String datePattern) {
  /** The date pattern for {@code 2024-12-31}. */
  public static final String ISO = "ISO";

  /** Checks each of them. */
  public CsvFormat {
    if (delimiter == '"' || delimiter == '\n' || delimiter == '\r' || delimiter >= 128) {
      throw new IllegalArgumentException(
          "--delimiter must be one ASCII character other than a quote or a line break");
    }
    if (decimal != '.' && decimal != ',') {
      throw new IllegalArgumentException("--decimal must be '.' or ',', not '" + decimal + "'");
    }
    // Throws for a pattern that cannot be used.
    DateReader.of(datePattern);
  }

  /** Comma between cells, a decimal point, ISO dates. */
  public static CsvFormat defaults() {
    return new CsvFormat(',', '.', ISO);
  }
}
