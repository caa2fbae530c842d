package shelfcast.features;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shelfcast.ingest.Frequency;
import shelfcast.ingest.Series;

class NextDayFeaturesTest {
  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final float NONE = Float.NaN;

  @Property
  void todayAndLaterNeverChangeARowsFeatures(
      @ForAll("sales") float[] sales, @ForAll("changes") List<Float> changes) {
    NextDayFeatures before = NextDayFeatures.of(series(sales));
    for (int row = 0; row < before.rows(); row++) {
      float[] changed = sales.clone();
      for (int step = before.step(row); step < sales.length; step++) {
        changed[step] = changes.get(step % changes.size());
      }
      NextDayFeatures after = NextDayFeatures.of(series(changed));
      assertEquals(before.date(row), after.date(row));
      assertEquals(before.lag1(row), after.lag1(row));
      assertEquals(before.rollingMean7(row), after.rollingMean7(row));
    }
  }

  @Property
  void everyRowIsWhatItsDefinitionSays(@ForAll("sales") float[] sales) {
    NextDayFeatures features = NextDayFeatures.of(series(sales));
    int row = 0;
    for (int today = 0; today < sales.length; today++) {
      float[] earlier = observed(sales, today);
      if (Float.isNaN(sales[today]) || earlier.length < NextDayFeatures.HISTORY) {
        continue;
      }
      double mean =
          IntStream.range(earlier.length - 7, earlier.length)
              .mapToDouble(i -> earlier[i])
              .average()
              .orElseThrow();
      assertEquals(START.plusDays(today), features.date(row));
      assertEquals(today, features.step(row));
      assertEquals(earlier[earlier.length - 1], features.lag1(row));
      assertEquals((float) mean, features.rollingMean7(row), Math.ulp((float) mean));
      assertEquals(sales[today], features.target(row));
      row++;
    }
    assertEquals(row, features.rows());
  }

  @Provide
  Arbitrary<float[]> sales() {
    Arbitrary<Float> units = Arbitraries.floats().between(0, 500).ofScale(2);
    Arbitrary<Float> cells =
        Arbitraries.frequencyOf(Tuple.of(4, units), Tuple.of(1, Arbitraries.just(NONE)));
    return cells
        .array(float[].class)
        .ofMinSize(1)
        .ofMaxSize(30)
        .filter(sales -> !Float.isNaN(sales[0]) && !Float.isNaN(sales[sales.length - 1]));
  }

  @Provide
  Arbitrary<List<Float>> changes() {
    return Arbitraries.floats().between(-1e6f, 1e6f).list().ofMinSize(1).ofMaxSize(5);
  }

  @Test
  void equalsPandasShiftAndRollingMean() throws IOException {
    List<String[]> rows = fixture();
    float[] sales = new float[rows.size()];
    for (int i = 0; i < sales.length; i++) {
      sales[i] = Float.parseFloat(rows.get(i)[1]);
    }
    NextDayFeatures features =
        NextDayFeatures.of(
            Series.of("all", Frequency.DAILY, LocalDate.parse(rows.getFirst()[0]), sales));
    assertEquals(rows.size() - NextDayFeatures.HISTORY, features.rows());
    for (int row = 0; row < features.rows(); row++) {
      String[] expected = rows.get(row + NextDayFeatures.HISTORY);
      assertEquals(LocalDate.parse(expected[0]), features.date(row));
      assertEquals(Float.parseFloat(expected[1]), features.target(row));
      assertEquals(Float.parseFloat(expected[2]), features.lag1(row));
      assertEquals(Float.parseFloat(expected[3]), features.rollingMean7(row));
    }
  }

  @Test
  void missingDaysAreSkippedNotCounted() {
    NextDayFeatures features =
        NextDayFeatures.of(series(1, 2, NONE, 3, 4, 5, NONE, NONE, 6, 7, NONE, 80));
    assertEquals(1, features.rows());
    assertEquals(START.plusDays(11), features.date(0));
    assertEquals(7, features.lag1(0));
    assertEquals(4, features.rollingMean7(0));
    assertEquals(80, features.target(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 7})
  void aShortSeriesHasNoRows(int days) {
    assertEquals(0, NextDayFeatures.of(series(new float[days])).rows());
  }

  @Test
  void aWeeklySeriesCountsWeeks() {
    Series weekly = Series.of("w", Frequency.WEEKLY, START, 1, 2, 3, 4, 5, 6, 7, 8);
    assertEquals(START.plusWeeks(7), NextDayFeatures.of(weekly).date(0));
  }

  @Test
  void hugeSalesDoNotOverflowTheMean() {
    float[] sales = new float[8];
    Arrays.fill(sales, Float.MAX_VALUE);
    assertEquals(Float.MAX_VALUE, NextDayFeatures.of(series(sales)).rollingMean7(0));
  }

  private static Series series(float... sales) {
    return Series.of("s", Frequency.DAILY, START, sales);
  }

  private static float[] observed(float[] sales, int before) {
    float[] values = new float[before];
    int count = 0;
    for (int i = 0; i < before; i++) {
      if (!Float.isNaN(sales[i])) {
        values[count++] = sales[i];
      }
    }
    return Arrays.copyOf(values, count);
  }

  /** The rows below the header of what make_fixture.py wrote. */
  private static List<String[]> fixture() throws IOException {
    try (InputStream in = NextDayFeaturesTest.class.getResourceAsStream("/next_day_features.csv");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
    }
  }
}
