package shelfcast.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvScannerTest {
  @Property(tries = 500)
  void whatAnotherLibraryWritesIsReadBack(
      @ForAll("tables") List<List<String>> table,
      @ForAll LineDelimiter lineEnd,
      @ForAll boolean quoteAll,
      @ForAll @IntRange(min = 1, max = 50) int chunk)
      throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter writer =
        CsvWriter.builder()
            .lineDelimiter(lineEnd)
            .quoteStrategy(quoteAll ? QuoteStrategies.ALWAYS : QuoteStrategies.REQUIRED)
            .build(text)) {
      table.forEach(writer::writeRecord);
    }
    assertEquals(table, scan(text.toString(), chunk));
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> cells =
        Arbitraries.strings()
            .withChars(",;\"\r\n a1é€😀".toCharArray())
            .ofMaxLength(12)
            // Half an emoji is no text.
            .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
    // A row with nothing in it is no row.
    Arbitrary<List<String>> rows =
        cells
            .list()
            .ofMinSize(1)
            .ofMaxSize(5)
            .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty()));
    return rows.list().ofMaxSize(8);
  }

  @Test
  void aRowKnowsTheLineItStartsOn() throws IOException {
    CsvScanner scanner = scanner("a\r\n\"b\r\nb\nb\rb\"\n\n,\nc\rd", 3);
    List<String> lines = new ArrayList<>();
    while (scanner.next()) {
      lines.add(scanner.line() + ":" + scanner.text(0).charAt(0));
    }
    assertEquals(List.of("1:a", "2:b", "8:c", "9:d"), lines);
  }

  @Test
  void aQuoteInsideAnUnquotedCellIsText() throws IOException {
    assertEquals(List.of(List.of("5\" pipe", "1")), scan("5\" pipe,1\n", 4));
  }

  @Test
  void cellsAndRowsMayBeLongerThanTheBuffer() throws IOException {
    String cell = "x".repeat(200_000);
    String quoted = "\"" + "y\"\"\n".repeat(50_000) + "\"";
    assertEquals(
        List.of(List.of(cell, "y\"\n".repeat(50_000)), List.of("1", "2")),
        scan(cell + "," + quoted + "\n1,2", 8192));
  }

  @Test
  void anOpenQuoteIsReportedWhereItOpens() {
    BadDataException bad = assertThrows(BadDataException.class, () -> scan("a,b\n1,\"2\n3,4\n", 5));
    assertEquals(2, bad.problems().getFirst().line());
    assertTrue(bad.getMessage().contains("a quote opens here and is never closed"));
  }

  @Test
  void anOpenQuoteDoesNotSwallowAHugeFile() {
    String rest = "2024-01-01,1\n".repeat(2 * CsvScanner.ROW_LIMIT / 13);
    BadDataException bad = assertThrows(BadDataException.class, () -> scan("a,b\n\"" + rest, 8192));
    assertEquals(2, bad.problems().getFirst().line());
    assertTrue(bad.getMessage().contains("quote that is left open"));
  }

  @Test
  void textAfterAClosingQuoteIsRefused() {
    BadDataException bad = assertThrows(BadDataException.class, () -> scan("a\n\"b\"c\n", 9));
    assertEquals(2, bad.problems().getFirst().line());
    assertTrue(bad.getMessage().contains("after a closing quote"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"caf\u00e9", "\"caf\u00e9\""})
  void latin1IsRefused(String cell) {
    byte[] bytes = ("a,b\n1," + cell + "\n").getBytes(StandardCharsets.ISO_8859_1);
    CsvScanner scanner = new CsvScanner("s.csv", new ByteArrayInputStream(bytes), ',');
    BadDataException bad =
        assertThrows(
            BadDataException.class,
            () -> {
              while (scanner.next()) {
                assertEquals(2, scanner.cells());
              }
            });
    assertEquals(
        "s.csv, line 2: the text in cell 2 is not UTF-8; save the file as \"CSV UTF-8\"",
        bad.getMessage());
  }

  private static List<List<String>> scan(String text, int chunk) throws IOException {
    CsvScanner scanner = scanner(text, chunk);
    List<List<String>> rows = new ArrayList<>();
    while (scanner.next()) {
      List<String> row = new ArrayList<>();
      for (int cell = 0; cell < scanner.cells(); cell++) {
        row.add(scanner.text(cell));
      }
      rows.add(row);
    }
    return rows;
  }

  /** A scanner of a stream that gives at most {@code chunk} bytes at once. */
  private static CsvScanner scanner(String text, int chunk) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    InputStream slow =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] target, int from, int length) {
            return super.read(target, from, Math.min(length, chunk));
          }
        };
    return new CsvScanner("s.csv", slow, ',');
  }
}
