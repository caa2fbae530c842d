package shelfcast.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a sales file.
 *
 * <ul>
 *   <li>CSV by RFC 4180 in UTF-8, with or without a byte order mark, plain or gzip; rows may come
 *       in any order, one for each series and date. Lines with nothing in them are skipped.
 *   <li>A number is a sign, digits, a decimal mark, an exponent; spaces around it do not count. It
 *       is read as a double and kept as a float. A covariate may also be {@code TRUE} or {@code
 *       FALSE}, read as 1 and 0.
 *   <li>Empty sales before a series' first sale are left out; between sales they are missing,
 *       whatever {@link Gaps} says about dates without a row; after the last sale they carry values
 *       of the covariates that are known ahead.
 *   <li>An empty past covariate is missing; an empty known one is bad data.
 * </ul>
 */
public final class SalesReader {
  private SalesReader() {}

  /**
   * Reads a whole file, to the end of the stream, and leaves the stream open.
   *
   * @param fileName what messages call the file
   * @param in the file's bytes
   * @param options how to read them
   * @return the table, never empty
   * @throws BadDataException if anything in the file cannot be read for certain
   * @throws IOException if the stream fails
   */
  public static SalesTable read(String fileName, InputStream in, ReadOptions options)
      throws IOException {
    try {
      return readText(fileName, CsvInput.open(fileName, in), options);
    } catch (DamagedGzipException e) {
      throw new BadDataException(
          Problem.ofFile(fileName, e.getMessage(), "copy the file again, or compress it anew"));
    }
  }

  private static SalesTable readText(String fileName, InputStream text, ReadOptions options)
      throws IOException {
    CsvScanner scanner = new CsvScanner(fileName, text, options.format().delimiter());
    List<String> header = header(fileName, scanner);
    Layout layout = Layout.of(fileName, scanner.line(), header, options);
    Problems problems = new Problems(fileName);
    RowReader rows = new RowReader(scanner, layout, options, problems);
    while (scanner.next()) {
      rows.read();
    }
    if (rows.rows() == 0) {
      throw new BadDataException(
          Problem.ofFile(
              fileName, "there are no rows below the header", "the file may be cut off"));
    }
    return new PanelAssembler(fileName, rows, layout, options, problems).assemble();
  }

  private static List<String> header(String fileName, CsvScanner scanner) throws IOException {
    if (!scanner.next()) {
      throw new BadDataException(
          Problem.ofFile(fileName, "the file has no text in it", "it needs a header and rows"));
    }
    List<String> names = new ArrayList<>();
    for (int cell = 0; cell < scanner.cells(); cell++) {
      names.add(scanner.text(cell).strip());
    }
    return names;
  }
}
