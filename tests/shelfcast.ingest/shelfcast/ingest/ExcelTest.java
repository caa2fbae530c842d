package shelfcast.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as Excel writes them: each message names the flag, and with all flags the file reads. */
class ExcelTest {
  private static final String GERMAN =
      "date;sales\r\n"
          + IntStream.range(0, 40)
              .mapToObj(day -> Csv.START.plusDays(day))
              .map(date ->
                  "%02d.%02d.%d;%d,5\r\n"
                      .formatted(
                          date.getDayOfMonth(),
                          date.getMonthValue(),
                          date.getYear(),
                          date.getDayOfYear()))
              .collect(Collectors.joining());

  @Test
  void eachMessageLeadsToTheNextFlagUntilTheFileReads() {
    assertRemedy("use --delimiter ';'", new CsvFormat(',', '.', "ISO"));
    assertRemedy("use --date-format dd.MM.yyyy", new CsvFormat(';', '.', "ISO"));
    assertRemedy(
        "use --decimal ',' if the comma is a decimal one", new CsvFormat(';', '.', "dd.MM.yyyy"));
    SalesTable table = Csv.read(GERMAN, Csv.with(new CsvFormat(';', ',', "dd.MM.yyyy")));
    assertEquals(40, table.rows());
    assertEquals(1.5f, table.series().getFirst().sales(0));
  }

  @ParameterizedTest
  @CsvSource({"';', ';', use --delimiter ';'", "'\t', '\t', use --delimiter tab"})
  void otherDelimitersAreNamed(String written, char delimiter, String remedy) {
    String csv = Csv.days(30).replace(",", written);
    assertEquals(remedy, Csv.refused(csv).problems().getFirst().remedy().orElseThrow());
    assertEquals(30, Csv.read(csv, Csv.with(new CsvFormat(delimiter, '.', "ISO"))).rows());
  }

  @Test
  void aCommaFileReadWithASemicolonIsNamedToo() {
    BadDataException bad = Csv.refused(Csv.days(30), Csv.with(new CsvFormat(';', '.', "ISO")));
    assertEquals("use --delimiter ','", bad.problems().getFirst().remedy().orElseThrow());
  }

  @Test
  void quotedDecimalCommasReadBetweenCommas() {
    String csv = Csv.days(30).replaceAll(",(\\d+)\n", ",\"$1,25\"\n");
    SalesTable table = Csv.read(csv, Csv.with(new CsvFormat(',', ',', "ISO")));
    assertEquals(2.25f, table.series().getFirst().sales(1));
  }

  @Test
  void aPointReadAsACommaIsNamed() {
    BadDataException bad =
        Csv.refused(Csv.days(30) + "2024-01-31,1.5\n", Csv.with(new CsvFormat(',', ',', "ISO")));
    assertTrue(bad.getMessage().contains("use --decimal '.'"), bad.getMessage());
  }

  private static void assertRemedy(String remedy, CsvFormat format) {
    BadDataException bad = Csv.refused(GERMAN, Csv.with(format));
    assertEquals(remedy, bad.problems().getFirst().remedy().orElseThrow());
  }
}
