package shelfcast.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Finds the CSV text in what a person calls a sales file, by its first bytes. */
final class CsvInput {
  private static final int PREFIX = 4;
  private static final byte[] BOM = HexFormat.of().parseHex("efbbbf");
  private static final String SAVE_AS_UTF_8 = "save it as \"CSV UTF-8\"";
  private static final String EXPORT = "open it in Excel and " + SAVE_AS_UTF_8;
  private static final String UTF_16 = "this is text in UTF-16, not in UTF-8";
  private static final String COMPRESSED = "this is compressed, but not with gzip";

  /** Files that are often taken for CSV, by their first bytes. */
  private static final List<Foreign> FOREIGN =
      List.of(
          foreign(
              "504b0304",
              "this is an Excel workbook or another zip archive, not a CSV file",
              EXPORT + ", or unpack the archive"),
          foreign("d0cf11e0", "this is an old Excel workbook (.xls), not a CSV file", EXPORT),
          foreign("fffe", UTF_16, SAVE_AS_UTF_8),
          foreign("feff", UTF_16, SAVE_AS_UTF_8),
          foreign("50415231", "this is a Parquet file, not a CSV file", "write it as CSV"),
          foreign("28b52ffd", COMPRESSED, "unpack it, or compress it with gzip"),
          foreign("fd377a58", COMPRESSED, "unpack it, or compress it with gzip"));

  private CsvInput() {}

  /**
   * The file's text, inflated if it is gzip and without a byte order mark.
   *
   * @throws BadDataException if the file is empty or of another kind
   */
  static InputStream open(String fileName, InputStream in) throws IOException {
    PushbackInputStream file = new PushbackInputStream(in, PREFIX);
    PushbackInputStream text =
        GzipInput.startsWith(peek(file))
            ? new PushbackInputStream(new GzipInput(file), PREFIX)
            : file;
    byte[] prefix = peek(text);
    if (prefix.length == 0) {
      throw new BadDataException(
          Problem.ofFile(
              fileName, "the file is empty", "it needs a header, such as date,sales, and rows"));
    }
    Optional<Foreign> foreign =
        FOREIGN.stream().filter(kind -> startsWith(prefix, kind.signature())).findFirst();
    if (foreign.isPresent()) {
      throw new BadDataException(
          Problem.ofFile(fileName, foreign.get().reason(), foreign.get().remedy()));
    }
    if (prefix.length > 1 && (prefix[0] == 0) != (prefix[1] == 0)) {
      throw new BadDataException(Problem.ofFile(fileName, UTF_16, SAVE_AS_UTF_8));
    }
    if (startsWith(prefix, BOM)) {
      text.skipNBytes(BOM.length);
    }
    return text;
  }

  private static byte[] peek(PushbackInputStream in) throws IOException {
    byte[] prefix = in.readNBytes(PREFIX);
    in.unread(prefix);
    return prefix;
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  private static Foreign foreign(String hex, String reason, String remedy) {
    return new Foreign(HexFormat.of().parseHex(hex), reason, remedy);
  }

  private record Foreign(byte[] signature, String reason, String remedy) {}
}
