package shelfcast.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What a sales file becomes when nothing is wrong with it. */
class SalesReaderTest {
  private static final float NONE = Float.NaN;

  @Test
  void dateAndSalesAreOneSeries() {
    SalesTable table = Csv.read(Csv.days(40));
    assertEquals(Frequency.DAILY, table.frequency());
    assertEquals(40, table.rows());
    assertEquals(Csv.START, table.firstDate());
    assertEquals(Csv.START.plusDays(39), table.lastDate());
    assertEquals(List.of(), table.notices());
    Series all = only(table);
    assertEquals("all", all.id());
    assertEquals(Csv.START, all.start());
    assertEquals(40, all.length());
    assertEquals(0, all.futureSteps());
    assertEquals(40, all.sales(39));
    assertEquals(Csv.START.plusDays(39), all.date(39));
    assertArrayEquals(new float[] {3, 4}, all.sales(2, 4));
  }

  @Test
  void seriesIdTellsSeriesApartAndTheyAreSorted() {
    SalesTable table =
        Csv.read("date,series_id,sales\n" + Csv.rows(30, "b,") + Csv.rows(2, "\"a,\"\"1\","));
    assertEquals(List.of("a,\"1", "b"), table.series().stream().map(Series::id).toList());
    assertEquals(2, table.series().getFirst().length());
  }

  @Test
  void severalColumnsAreJoinedByASlash() {
    ColumnRoles roles = Csv.roles(List.of("store", "item"), List.of(), List.of());
    String rows = Csv.rows(30, "S1,milk,") + Csv.rows(30, "S,1milk,") + Csv.rows(30, "S1,Käse,");
    SalesTable table = Csv.read("date,store,item,sales\n" + rows, Csv.with(roles));
    assertEquals(
        List.of("S/1milk", "S1/Käse", "S1/milk"), table.series().stream().map(Series::id).toList());
  }

  @Test
  void columnsAreFoundByTheNamesGiven() {
    ColumnRoles roles =
        new ColumnRoles("Day", "Units sold", List.of("Shop"), List.of(), List.of(), List.of());
    SalesTable table = Csv.read("Day, Shop ,Units sold\n" + Csv.rows(30, "x,"), Csv.with(roles));
    assertEquals("x", only(table).id());
  }

  @Property(tries = 50)
  void theOrderOfRowsDoesNotMatter(@ForAll long seed) {
    ColumnRoles roles = Csv.roles(List.of(), List.of("k"), List.of());
    List<String> rows = new ArrayList<>();
    for (int day = 0; day < 60; day++) {
      String date = Csv.START.plusDays(day).toString();
      rows.add("%s,a,%d,%d".formatted(date, day % 7, day * 2));
      rows.add("%s,b,%s,%d".formatted(date, day > 50 ? "" : "5", day * 3));
    }
    Collections.shuffle(rows, new Random(seed));
    SalesTable table =
        Csv.read("date,series_id,sales,k\n" + String.join("\n", rows), Csv.with(roles));
    Series a = table.series().getFirst();
    Series b = table.series().getLast();
    for (int day = 0; day < 60; day++) {
      assertEquals(day % 7, a.sales(day));
      assertEquals(day * 2, a.covariate("k", day));
      assertEquals(day * 3, b.covariate("k", day));
    }
    assertEquals(51, b.length());
    assertEquals(9, b.futureSteps());
  }

  @Test
  void aDateWithoutARowIsMissing() {
    String csv = "date,sales\n2023-12-28,7\n" + Csv.rows(30, "");
    SalesTable table = Csv.read(csv);
    assertArrayEquals(new float[] {7, NONE, NONE, NONE, 1}, only(table).sales(0, 5));
    assertEquals(34, only(table).length());
    assertEquals(
        List.of(
            "3 dates without a row between a series' first and last sale taken as unknown"
                + " (--gaps zero if nothing was sold then)"),
        table.notices());
  }

  @Test
  void aDateWithoutARowIsZeroIfAskedFor() {
    String csv = "date,sales\n2023-12-28,7\n2023-12-30,\n" + Csv.rows(30, "");
    SalesTable table = Csv.read(csv, Csv.with(Gaps.ZERO));
    assertArrayEquals(new float[] {7, 0, NONE, 0, 1}, only(table).sales(0, 5));
  }

  @Test
  void emptySalesAreMissingInTheMiddleAndNothingAtTheEnds() {
    String csv = "date,sales\n2023-12-29,\n2023-12-30,8\n2023-12-31,\n" + Csv.rows(30, "");
    Series series = only(Csv.read(csv + "2024-01-31,\n2024-02-01,\n"));
    assertEquals(LocalDate.of(2023, 12, 30), series.start());
    assertArrayEquals(new float[] {8, NONE, 1}, series.sales(0, 3));
    assertEquals(32, series.length());
    assertEquals(0, series.futureSteps());
  }

  @Test
  void rowsAfterTheLastSaleCarryTheKnownFuture() {
    ColumnRoles roles = Csv.roles(List.of(), List.of("promo"), List.of("rain"));
    StringBuilder csv = new StringBuilder("date,sales,promo,rain\n");
    for (int day = 0; day < 33; day++) {
      String date = Csv.START.plusDays(day).toString();
      csv.append(date).append(day < 30 ? ",5," : ",,");
      csv.append(day % 2 == 0 ? "TRUE" : "False").append(day == 3 ? ",\n" : ",0.5\n");
    }
    Series series = only(Csv.read(csv.toString(), Csv.with(roles)));
    assertEquals(30, series.length());
    assertEquals(3, series.futureSteps());
    assertEquals(0, series.covariate("promo", 31));
    assertEquals(1, series.covariate("promo", 32));
    assertEquals(0.5f, series.covariate("rain", 29));
    assertTrue(Float.isNaN(series.covariate("rain", 3)), "an empty past covariate is missing");
    assertTrue(Float.isNaN(series.covariate("rain", 30)), "the past does not run on");
    assertThrows(IndexOutOfBoundsException.class, () -> series.covariate("promo", 33));
    assertThrows(IllegalArgumentException.class, () -> series.covariate("other", 0));
  }

  @Test
  void staticColumnsAreCategories() {
    String csv = "date,family,empty,sales\n" + Csv.rows(30, "Dairy & Käse,,");
    Series series = only(Csv.read(csv, Csv.with(Csv.statics("family", "empty"))));
    assertEquals(Optional.of("Dairy & Käse"), series.staticValue("family"));
    assertEquals(Optional.empty(), series.staticValue("empty"));
    assertEquals(Optional.empty(), series.staticValue("sales"));
  }

  @Test
  void otherColumnsAreIgnoredWithOneNotice() {
    SalesTable table = Csv.read("date,note,sales,x\n" + Csv.rows(30, "é,").replace("\n", ",?\n"));
    assertEquals(
        List.of(
            "columns without a part are ignored: note, x"
                + " (--known, --past or --static give them one)"),
        table.notices());
  }

  @Test
  void aSeriesThatNeverSoldIsLeftOutWithANotice() {
    SalesTable table = Csv.read("date,series_id,sales\n2024-01-01,new,\n" + Csv.rows(30, "old,"));
    assertEquals("old", only(table).id());
    assertEquals(List.of("1 series left out, for want of a single sale: new"), table.notices());
  }

  @Test
  void returnsAreKeptOrClipped() {
    String csv = "date,sales\n2023-12-30,-2.5\n2023-12-31,-0\n" + Csv.rows(30, "");
    assertEquals(-2.5f, only(Csv.read(csv, Csv.with(Returns.KEEP))).sales(0));
    SalesTable clipped = Csv.read(csv, Csv.with(Returns.CLIP));
    assertArrayEquals(new float[] {0, 0, 1}, only(clipped).sales(0, 3));
    assertEquals(List.of("1 negative value read as 0 (--returns clip)"), clipped.notices());
  }

  @Test
  void weeksAndMonthsAreStepsToo() {
    StringBuilder weeks = new StringBuilder("date,sales\n");
    StringBuilder months = new StringBuilder("date,sales\n");
    LocalDate monthEnd = LocalDate.of(2020, 1, 31);
    for (int step = 0; step < 36; step++) {
      if (step != 2) {
        weeks.append(Csv.START.plusWeeks(step)).append(',').append(step).append('\n');
        months.append(monthEnd.plusMonths(step)).append(',').append(step).append('\n');
      }
    }
    Series weekly = only(Csv.read(weeks.toString(), Csv.with(Frequency.WEEKLY)));
    Series monthly = only(Csv.read(months.toString(), Csv.with(Frequency.MONTHLY)));
    for (Series series : List.of(weekly, monthly)) {
      assertEquals(36, series.length());
      assertArrayEquals(new float[] {1, NONE, 3}, series.sales(1, 4));
    }
    assertEquals(Csv.START.plusWeeks(35), weekly.date(35));
    assertEquals(LocalDate.of(2020, 2, 29), monthly.date(1));
  }

  @Test
  void aWeeklyFileReadAsDailyIsNoticed() {
    StringBuilder csv = new StringBuilder("date,sales\n");
    for (int week = 0; week < 30; week++) {
      csv.append(Csv.START.plusWeeks(week)).append(",1\n");
    }
    assertTrue(
        Csv.read(csv.toString())
            .notices()
            .contains("the dates look weekly but are read as daily: use --frequency weekly"));
  }

  @Test
  void lineEndsBlankLinesSpacesAndABomDoNotMatter() {
    SalesTable plain = Csv.read(Csv.days(30));
    for (String variant :
        List.of(
            Csv.days(30).replace("\n", "\r\n"),
            "\uFEFF" + Csv.days(30),
            Csv.days(30).strip(),
            Csv.days(30) + "\n\r\n,\n",
            Csv.days(30).replace(",", " , "),
            Csv.days(30).replace("\n", "\"\n").replace(",", ",\""))) {
      assertEquals(30, Csv.read(variant).rows());
      assertArrayEquals(only(plain).sales(0, 30), only(Csv.read(variant)).sales(0, 30));
    }
  }

  @Test
  void gzipIsKnownByItsFirstBytes() throws IOException {
    byte[] text = Csv.days(40).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (byte[] half :
        List.of(Arrays.copyOf(text, 100), Arrays.copyOfRange(text, 100, text.length))) {
      try (GZIPOutputStream member = new GZIPOutputStream(file)) {
        member.write(half);
      }
    }
    assertEquals(40, Csv.read(file.toByteArray(), Csv.DEFAULTS).rows());
  }

  @Test
  void aSlashMayStandInANameButNotMakeTwoSeriesOne() {
    ColumnRoles roles = Csv.roles(List.of("store", "item"), List.of(), List.of());
    String rows = Csv.rows(30, "a/b,c,") + Csv.rows(30, "a,b/c,");
    BadDataException bad = Csv.refused("date,store,item,sales\n" + rows, Csv.with(roles));
    assertEquals("a/b/c", bad.problems().getFirst().value());
  }

  @Test
  void aFailingStreamIsNoBadData() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        };
    assertThrows(IOException.class, () -> SalesReader.read("sales.csv", failing, Csv.DEFAULTS));
  }

  @Test
  void theStreamIsLeftOpen() throws IOException {
    boolean[] closed = new boolean[1];
    InputStream in =
        new ByteArrayInputStream(Csv.days(30).getBytes(StandardCharsets.UTF_8)) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    assertEquals(30, SalesReader.read("sales.csv", in, Csv.DEFAULTS).rows());
    assertEquals(false, closed[0]);
  }

  private static Series only(SalesTable table) {
    assertEquals(1, table.series().size());
    return table.series().getFirst();
  }
}
