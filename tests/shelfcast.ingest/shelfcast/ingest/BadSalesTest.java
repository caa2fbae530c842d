package shelfcast.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person is told about a sales file that cannot be read. */
class BadSalesTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF", "\n\n", "date,sales\n"})
  void aFileWithoutRowsIsRefused(String csv) {
    assertTrue(Csv.refused(csv).getMessage().startsWith("sales.csv: the"));
  }

  @Test
  void aHeaderWithoutTheColumnsNamesThoseItHasAndTheFlags() {
    BadDataException bad = Csv.refused("Date,Store,Qty\n" + Csv.rows(30, "1,"));
    assertEquals(
        """
        sales.csv, line 1, column date: the header has no such column, \
        only "Date", "Store", "Qty"; use --date-column Date
        sales.csv, line 1, column sales: the header has no such column, only "Date", "Store", "Qty"; use --sales-column Qty\
        """,
        bad.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "when,sales|use --date-column NAME",
        "Order Date,sales|use --date-column 'Order Date'",
        "date,num_sold|use --sales-column num_sold",
        "date,Weekly_Sales|use --sales-column Weekly_Sales",
        "date,sold!|use --sales-column NAME"
      })
  void theFlagNamesTheLikelyColumn(String header, String remedy) {
    assertMends(remedy, Csv.refused(header + "\n2024-01-01,1\n"));
  }

  @Test
  void aMissingCovariateIsLookedForInAnotherCase() {
    ColumnRoles roles = Csv.roles(List.of(), List.of("promo"), List.of());
    assertMends(
        "did you mean Promo?", Csv.refused("date,sales,Promo\n2024-01-01,1,0\n", Csv.with(roles)));
  }

  @Test
  void aColumnThatIsThereTwiceIsRefusedIfItIsUsed() {
    assertSays("two columns of this name", Csv.refused("date,sales,sales\n2024-01-01,1,2\n"));
    assertSays(
        "two columns of this name",
        Csv.refused("date,series_id,series_id,sales\n2024-01-01,a,b,1\n"));
    assertEquals(
        30, Csv.read("date,x,x,sales\n" + Csv.rows(30, "1,2,")).rows(), "unused ones may be");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-4|negative units; use --returns keep to keep returns, or --returns clip to read them as"
            + " 0",
        "abc|not a number",
        "NA|not a number; leave the cell empty if the value is missing",
        "NaN|not a number; leave the cell empty if the value is missing",
        "Infinity|not a number",
        "1e400|too large",
        "1e39|too large",
        "0x1F|not a number",
        "1 200|not a number; write numbers without thousands separators",
        "TRUE|not a number"
      })
  void badUnitsAreRefused(String units, String reason) {
    BadDataException bad = Csv.refused(Csv.days(30) + "2024-01-31," + units + "\n");
    assertEquals(
        "sales.csv, line 32, column sales, \"%s\": %s".formatted(units, reason), bad.getMessage());
    assertEquals(1, bad.total());
  }

  @Test
  void theSameDateTwiceNamesBothLines() {
    BadDataException bad = Csv.refused(Csv.days(30) + "2024-01-03,1\n2024-01-03,1\n");
    assertEquals(
        List.of(
            "sales.csv, line 32, column date, \"2024-01-03\": series all has this date on line 4"
                + " already; add up what was sold on one date, in one row",
            "sales.csv, line 33, column date, \"2024-01-03\": series all has this date on line 4"
                + " already; add up what was sold on one date, in one row"),
        bad.problems().stream().map(Problem::toString).toList());
  }

  @Test
  void theSameDateTwiceInAPanelNamesTheFlagThatTellsSeriesApart() {
    String rows = Csv.rows(30, "1,milk,") + Csv.rows(30, "2,milk,");
    assertMends(
        "if there are several series, tell them apart with --series-columns Store,Item",
        Csv.refused("date,Store,Item,sales\n" + rows));
    assertMends(
        "if there are several series, tell them apart with --series-columns series_id,Item",
        Csv.refused("date,series_id,Item,sales\n2024-01-01,1,a,5\n" + Csv.rows(30, "1,b,")));
    assertMends(
        "add up what was sold on one date, in one row",
        Csv.refused("date,series_id,sales\n2024-01-01,1,5\n" + Csv.rows(30, "1,")));
  }

  @Test
  void fewerThanThirtyDatesAreTooFew() {
    BadDataException bad = Csv.refused(Csv.days(29));
    assertEquals(
        "sales.csv: sales on 29 dates only, and 30 are the least; give the file a longer history",
        bad.getMessage());
    // The panel counts, not the series.
    String two =
        Csv.rows(15, "a,") + Csv.rows(30, "b,").lines().skip(15).collect(Collectors.joining("\n"));
    assertEquals(2, Csv.read("date,series_id,sales\n" + two).series().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-02-30|not a date year-month-day",
        "31/12/2024|not a date year-month-day; use --date-format dd/MM/yyyy",
        "12/31/2024|not a date year-month-day; use --date-format MM/dd/yyyy",
        "01/02/2024|not a date year-month-day; use --date-format dd/MM/yyyy if the day comes first,"
            + " else MM/dd/yyyy",
        "1/31/2024|not a date year-month-day; use --date-format M/d/yyyy",
        "01.02.2024|not a date year-month-day; use --date-format dd.MM.yyyy",
        "31-12-24|not a date year-month-day; use --date-format dd-MM-yy",
        "2024/01/31|not a date year-month-day; use --date-format yyyy/MM/dd",
        "20240131|not a date year-month-day; use --date-format yyyyMMdd",
        "2024-01|not a date year-month-day; use --date-format yyyy-MM",
        "2024-01-31 00:00:00|not a date year-month-day; use --date-format 'yyyy-MM-dd HH:mm:ss'",
        "2024-01-31T00:00:00|not a date year-month-day; use --date-format"
            + " \"yyyy-MM-dd'T'HH:mm:ss\"",
        "31 Jan 2024|not a date year-month-day; use --date-format 'd MMM yyyy'",
        "45322|not a date year-month-day; it looks like Excel's number for a day: give the column a"
            + " date format",
        "soon|not a date year-month-day",
        "1899-12-31|not between the years 1900 and 2200",
        "2201-01-01|not between the years 1900 and 2200"
      })
  void badDatesNameTheFormatTheyLookLike(String date, String reason) {
    BadDataException bad = Csv.refused(Csv.days(30) + date + ",5\n");
    assertEquals(
        "sales.csv, line 32, column date, \"%s\": %s".formatted(date, reason), bad.getMessage());
  }

  @Test
  void aDayThatDoesNotExistIsNotMendedByTheFormatInUse() {
    CsvFormat format = new CsvFormat(',', '.', "dd/MM/yyyy");
    BadDataException bad =
        Csv.refused("date,sales\n31/02/2024,5\n2024-03-01,5\n", Csv.with(format));
    assertEquals(
        List.of(Optional.empty(), Optional.of("use --date-format ISO")),
        bad.problems().stream().map(Problem::remedy).toList());
  }

  @Test
  void emptyDatesAndNamesAreRefused() {
    assertSays("every row must have a date", Csv.refused(Csv.days(30) + ",5\n"));
    assertSays(
        "every row must name its series",
        Csv.refused("date,series_id,sales\n" + Csv.rows(30, "a,") + "2024-01-31,,5\n"));
  }

  @Test
  void rowsMustBeAsWideAsTheHeader() {
    assertSays("line 32: 1 cell, but the header has 2", Csv.refused(Csv.days(30) + "2024-01-31\n"));
    BadDataException wide = Csv.refused(Csv.days(30) + "2024-01-31,12,5\n");
    assertSays("line 32: 3 cells, but the header has 2", wide);
    assertMends("put cells with a \",\" in them, such as decimal commas, in quotes", wide);
  }

  @Test
  void aKnownCovariateMustBeThereInEveryRow() {
    ColumnRoles roles = Csv.roles(List.of(), List.of("promo"), List.of());
    String csv = "date,sales,promo\n" + Csv.rows(30, "").replace("\n", ",1\n");
    assertEquals(
        "sales.csv, line 32, column promo: empty for series all on 2024-01-31, but a covariate"
            + " known ahead must be there in every row; fill it in, or list it under --past instead"
            + " of --known",
        Csv.refused(csv + "2024-01-31,,\n", Csv.with(roles)).getMessage());
  }

  @Test
  void textInACovariateSaysWhatToDo() {
    ColumnRoles roles = Csv.roles(List.of(), List.of("StateHoliday"), List.of());
    String csv = "date,sales,StateHoliday\n" + Csv.rows(30, "").replace("\n", ",0\n");
    assertEquals(
        "sales.csv, line 32, column StateHoliday, \"a\": not a number; encode it as numbers, or"
            + " list it under --static if it never changes within a series",
        Csv.refused(csv + "2024-01-31,1,a\n", Csv.with(roles)).getMessage());
  }

  @Test
  void aStaticColumnMustNotChange() {
    String csv = "date,kind,sales\n" + Csv.rows(30, "A,") + "2024-01-31,B,5\n";
    BadDataException bad = Csv.refused(csv, Csv.with(Csv.statics("kind")));
    assertSays("line 32, column kind, \"B\": series all has \"A\" on an earlier line", bad);
  }

  @Test
  void datesOffTheGridNameTheFrequency() {
    BadDataException weekly = Csv.refused(Csv.days(40), Csv.with(Frequency.WEEKLY));
    assertSays("line 3, column date, \"2024-01-02\": not a whole number of weeks after", weekly);
    assertMends("use --frequency daily, or give each step's rows one date", weekly);
    BadDataException monthly = Csv.refused(Csv.days(40), Csv.with(Frequency.MONTHLY));
    assertSays("not on the same day of the month as the series' first sale on 2024-01-01", monthly);
  }

  @Test
  void theFirstTwentyProblemsAreListedAndTheRestCounted() {
    BadDataException bad = Csv.refused(Csv.days(50).replace("-0", "/0"));
    assertEquals(20, bad.problems().size());
    assertEquals(50, bad.total());
    assertEquals(21, bad.getMessage().lines().count());
    assertTrue(bad.getMessage().endsWith("\nand 30 more like these"));
  }

  @Test
  void problemsOfOneFileComeTogether() {
    BadDataException bad =
        Csv.refused("date,series_id,sales\nx,a,-1\n2024-01-01,a,y\n" + Csv.rows(30, "a,"));
    assertEquals(
        List.of("date", "sales", "sales", "date"),
        bad.problems().stream().map(Problem::column).toList());
  }

  @Test
  void aHugeValueIsShownInPart() {
    String message =
        Csv.refused(Csv.days(30) + "2024-01-31,\"x\n" + "y".repeat(999) + "\"\n").getMessage();
    assertTrue(message.length() < 200 && message.contains("x\uFFFDyyy") && message.contains("…"));
  }

  @Test
  void aHugeHeaderIsShownInPart() {
    String cell = Csv.refused("x".repeat(100_000)).getMessage();
    assertTrue(cell.length() < 500 && cell.contains("…"), cell);
    String wide = Csv.refused("a" + ",b".repeat(10_000)).getMessage();
    assertTrue(wide.length() < 500 && wide.contains("\"b\" and 9981 more"), wide);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "504b030414000600|this is an Excel workbook or another zip archive, not a CSV file",
        "d0cf11e0a1b11ae1|this is an old Excel workbook (.xls), not a CSV file",
        "fffe640061007400|this is text in UTF-16, not in UTF-8",
        "feff006400610074|this is text in UTF-16, not in UTF-8",
        "5041523115041500|this is a Parquet file, not a CSV file",
        "28b52ffd04000000|this is compressed, but not with gzip",
        "fd377a585a000004|this is compressed, but not with gzip"
      })
  void filesOfOtherKindsAreNamed(String hex, String reason) {
    assertSays("sales.csv: " + reason, Csv.refused(HexFormat.of().parseHex(hex)));
  }

  @Test
  void utf16WithoutAMarkIsNamedToo() {
    for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertSays("this is text in UTF-16", Csv.refused(Csv.days(30).getBytes(charset)));
    }
  }

  @Test
  void aTruncatedGzipFileSaysSo() {
    byte[] gzip = HexFormat.of().parseHex("1f8b08000000000000ff4b492c49d529");
    assertEquals(
        "sales.csv: the gzip data are cut off; copy the file again, or compress it anew",
        Csv.refused(gzip).getMessage());
    assertSays("cut off", Csv.refused(Arrays.copyOf(gzip, 5)));
  }

  private static void assertSays(String text, BadDataException bad) {
    assertTrue(bad.getMessage().contains(text), bad.getMessage());
  }

  private static void assertMends(String remedy, BadDataException bad) {
    assertEquals(remedy, bad.problems().getFirst().remedy().orElseThrow());
  }
}
