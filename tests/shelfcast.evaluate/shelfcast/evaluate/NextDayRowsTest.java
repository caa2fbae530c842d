package shelfcast.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import shelfcast.features.MinMaxScaler;
import shelfcast.ingest.Frequency;
import shelfcast.ingest.Series;

class NextDayRowsTest {
  private static final LocalDate START = LocalDate.of(2024, 1, 1);

  private static Series counting(String id, LocalDate start, int days, int from) {
    float[] sales = new float[days];
    for (int day = 0; day < days; day++) {
      sales[day] = from + day;
    }
    return Series.of(id, Frequency.DAILY, start, sales);
  }

  @Test
  void everyRowStartsAWindowAndTheLastWindowsRunOutOnRowsOfNoWeight() {
    var table = Panels.of(counting("a", START, 10, 0), counting("b", START, 9, 100));
    var rows = NextDayRows.of(table);
    var all =
        rows.sequences(LocalDate.MIN, table.lastDate(), 4, rows.scalers(table.lastDate()))
            .orElseThrow();
    // a has rows for days 7, 8, 9 and b for days 7, 8; each is followed by three rows of padding.
    assertArrayEquals(new int[] {0, 1, 2, 6, 7}, all.starts());
    assertArrayEquals(new float[] {1, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0}, all.weights());
    assertEquals(6f / 9, all.inputs()[0], 1e-6);
    assertEquals(3f / 9, all.inputs()[1], 1e-6);
    assertEquals(7f / 9, all.targets()[0], 1e-6);
    assertEquals(6f / 8, all.inputs()[12], 1e-6);
  }

  @Test
  void rowsAndScalersKnowNothingAfterTheirLastDate() {
    var calm = counting("a", START, 40, 0);
    float[] wild = calm.sales(0, 40);
    java.util.Arrays.fill(wild, 30, 40, 1e6f);
    LocalDate last = START.plusDays(29);
    var before = NextDayRows.of(Panels.of(calm));
    var after = NextDayRows.of(Panels.of(Series.of("a", Frequency.DAILY, START, wild)));
    assertEquals(before.scalers(last), after.scalers(last));
    var one = before.sequences(LocalDate.MIN, last, 5, before.scalers(last)).orElseThrow();
    var other = after.sequences(LocalDate.MIN, last, 5, after.scalers(last)).orElseThrow();
    assertArrayEquals(one.inputs(), other.inputs());
    assertArrayEquals(one.targets(), other.targets());
  }

  /** The panel is cut in mid-month, where months are as many for both, but only one has been. */
  @Test
  void aMonthThatEndsAfterTheLastDateIsNotYetKnown() {
    var sales = new float[] {1, 2, 3, 4, 5, 6, 7, 8, 1000};
    var series = Series.of("a", Frequency.MONTHLY, LocalDate.of(2024, 1, 31), sales);
    var rows = NextDayRows.of(Panels.of(series));
    var scalers = rows.scalers(LocalDate.of(2024, 9, 15));
    assertEquals(new MinMaxScaler(1, 8), scalers.bySeries().get("a"));
  }

  @Test
  void blocksOfDatesDoNotOverlap() {
    var table = Panels.of(counting("a", START, 40, 0));
    var rows = NextDayRows.of(table);
    var scalers = rows.scalers(table.lastDate());
    LocalDate cut = START.plusDays(19);
    int early = rows.sequences(LocalDate.MIN, cut, 5, scalers).orElseThrow().starts().length;
    int late = rows.sequences(cut, table.lastDate(), 5, scalers).orElseThrow().starts().length;
    assertEquals(13, early);
    assertEquals(20, late);
  }

  @Test
  void aSeriesThatStartsLaterHasNoScalerAndNoRows() {
    var table = Panels.of(counting("a", START, 40, 0), counting("b", START.plusDays(30), 10, 0));
    var rows = NextDayRows.of(table);
    var scalers = rows.scalers(START.plusDays(29));
    assertFalse(scalers.bySeries().containsKey("b"));
    assertEquals(
        33,
        rows.sequences(LocalDate.MIN, table.lastDate(), 5, scalers).orElseThrow().starts().length);
  }
}
