package shelfcast.ingest;

/**
 * How to read a sales file.
 *
 * @param roles which column plays which part
 * @param frequency how far apart a series' dates are
 * @param gaps what a date without a row stands for
 * @param returns what to do with negative units
 * @param format how the file writes its cells
 */
public record ReadOptions(
    ColumnRoles roles, Frequency frequency, Gaps gaps, Returns returns, CsvFormat format) {

  /** A daily file in the project's own format: gaps are missing, negative units bad data. */
  public static ReadOptions defaults() {
    return new ReadOptions(
        ColumnRoles.defaults(),
        Frequency.DAILY,
        Gaps.MISSING,
        Returns.REFUSE,
        CsvFormat.defaults());
  }
}
