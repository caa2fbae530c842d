package shelfcast.datagen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What made-up sales look like. */
class SalesFileTest {
  private static final LocalDate START = LocalDate.of(2024, 1, 1);

  private static List<String> lines(Plan plan) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SalesFile.write(plan, out);
    String text = out.toString(StandardCharsets.US_ASCII);
    assertTrue(text.endsWith("\n"));
    return text.lines().toList();
  }

  private static Plan single(long seed, int days) {
    return new Plan(seed, START, days, new Plan.Single(), 0);
  }

  /** Sales of one series of the default kind, without its dates. */
  private static double[] sales(long seed, int days) throws IOException {
    return lines(single(seed, days)).stream()
        .skip(1)
        .mapToDouble(line -> Double.parseDouble(line.split(",")[1]))
        .toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /** Correlation between the values and those {@code lag} days before. */
  private static double autocorrelation(double[] values, int lag) {
    double mean = mean(values);
    double with = 0;
    double square = 0;
    for (int i = 0; i < values.length; i++) {
      square += (values[i] - mean) * (values[i] - mean);
      if (i >= lag) {
        with += (values[i] - mean) * (values[i - lag] - mean);
      }
    }
    return with / square;
  }

  @Test
  void theDefaultIsTheSeedsFile() throws IOException {
    List<String> lines = lines(single(1, 180));
    assertEquals("date,sales", lines.getFirst());
    assertEquals(181, lines.size());
    for (int day = 0; day < 180; day++) {
      assertTrue(
          lines.get(day + 1).matches(START.plusDays(day) + ",[1-5]\\d\\d"), lines.get(day + 1));
    }
  }

  @Test
  void theSameSeedGivesTheSameBytesForEver() throws IOException {
    assertEquals(lines(single(1, 180)), lines(single(1, 180)));
    assertFalse(lines(single(1, 180)).equals(lines(single(2, 180))));
    assertArrayEquals(new double[] {360, 401, 382, 379, 377, 394, 383}, sales(1, 7));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void salesStayWithinTheirBoundsAndRarelyTouchThem(long seed) throws IOException {
    double[] sales = sales(seed, 36_525);
    assertTrue(Arrays.stream(sales).allMatch(units -> 100 <= units && units <= 500));
    long atTheEdge = Arrays.stream(sales).filter(units -> units <= 101 || units >= 499).count();
    assertTrue(atTheEdge < 10, atTheEdge + " of 36525 at the edge");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void saturdaysSellMoreThanTuesdays(long seed) throws IOException {
    double[] sales = sales(seed, 364);
    assertTrue(meanOf(sales, DayOfWeek.SATURDAY) > meanOf(sales, DayOfWeek.TUESDAY) + 20);
  }

  private static double meanOf(double[] sales, DayOfWeek weekday) {
    return IntStream.range(0, sales.length)
        .filter(day -> START.plusDays(day).getDayOfWeek() == weekday)
        .mapToDouble(day -> sales[day])
        .average()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theYearHasASeason(long seed) throws IOException {
    double[] sales = sales(seed, 3650);
    double[] months = new double[12];
    for (int month = 1; month <= 12; month++) {
      int wanted = month;
      months[month - 1] =
          IntStream.range(0, sales.length)
              .filter(day -> START.plusDays(day).getMonthValue() == wanted)
              .mapToDouble(day -> sales[day])
              .average()
              .orElseThrow();
    }
    double highest = DoubleStream.of(months).max().orElseThrow();
    double lowest = DoubleStream.of(months).min().orElseThrow();
    assertTrue(highest > lowest + 20, Arrays.toString(months));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void yesterdayTellsMuchAboutTodayButNotAll(long seed) throws IOException {
    double correlation = autocorrelation(sales(seed, 730), 1);
    assertTrue(0.4 < correlation && correlation < 0.9, "correlation " + correlation);
  }

  @Test
  void aTrendMovesTheLevel() throws IOException {
    double moved = 0;
    for (long seed = 1; seed <= 10; seed++) {
      double[] sales = sales(seed, 1461);
      double first = mean(Arrays.copyOfRange(sales, 0, 365));
      double last = mean(Arrays.copyOfRange(sales, 1095, 1460));
      moved = Math.max(moved, Math.abs(last - first));
    }
    assertTrue(moved > 15, "moved by " + moved);
  }

  @Test
  void promotionsSellMoreAndCostLess() throws IOException {
    double[] sales = new double[2];
    double[] prices = new double[2];
    int[] days = new int[2];
    for (String line :
        lines(new Plan(1, START, 365, new Plan.Panel(40), 0)).stream().skip(1).toList()) {
      String[] fields = line.split(",");
      int promo = Integer.parseInt(fields[3]);
      sales[promo] += Double.parseDouble(fields[2]);
      prices[promo] += Double.parseDouble(fields[4]);
      days[promo]++;
    }
    assertTrue(days[1] > 500 && days[1] < days[0], days[1] + " promotion days");
    assertTrue(sales[1] / days[1] > sales[0] / days[0] + 15);
    assertTrue(prices[1] / days[1] < prices[0] / days[0]);
  }

  @Test
  void aPanelIsOrderedBySeriesThenDate() throws IOException {
    List<String> lines = lines(new Plan(1, START, 2, new Plan.Panel(2), 0));
    assertEquals("date,series_id,sales,promo,price", lines.getFirst());
    assertEquals(
        List.of(
            "2024-01-01,series_00001",
            "2024-01-02,series_00001",
            "2024-01-01,series_00002",
            "2024-01-02,series_00002"),
        lines.stream().skip(1).map(line -> line.substring(0, 23)).toList());
    assertTrue(lines.get(1).matches(".*,[1-5]\\d\\d,[01],\\d+\\.\\d\\d"), lines.get(1));
  }

  @Test
  void shopsHaveEveryItemInEveryStore() throws IOException {
    List<String> lines = lines(new Plan(1, START, 1, new Plan.Shops(2, 3), 0));
    assertEquals("date,series_id,store,item,sales,promo,price", lines.getFirst());
    assertEquals(7, lines.size());
    assertTrue(
        lines.get(6).startsWith("2024-01-01,store_002/item_0003,store_002,item_0003,"),
        lines.get(6));
  }

  @Test
  void anItemHasOnePriceInAllStores() throws IOException {
    Set<String> prices = new HashSet<>();
    for (String line :
        lines(new Plan(1, START, 1, new Plan.Shops(5, 1), 0)).stream().skip(1).toList()) {
      String[] fields = line.split(",");
      if (fields[5].equals("0")) {
        prices.add(fields[6]);
      }
    }
    assertEquals(1, prices.size());
  }

  @Property(tries = 30)
  void aSeriesIsTheSameInAPanelOfAnySize(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 5) int few,
      @ForAll @IntRange(min = 5, max = 9) int many)
      throws IOException {
    List<String> small = lines(new Plan(seed, START, 10, new Plan.Panel(few), 0.3));
    List<String> large = lines(new Plan(seed, START, 10, new Plan.Panel(many), 0.3));
    assertEquals(small, large.subList(0, small.size()));
  }

  @Property(tries = 100)
  void theShareOfIntermittentSeriesIsTheOneAskedFor(
      @ForAll @DoubleRange(min = 0, max = 1) double share,
      @ForAll @IntRange(min = 1, max = 200) int series) {
    Plan plan = new Plan(1, START, 1, new Plan.Panel(series), share);
    long rare = IntStream.range(0, series).filter(plan::isIntermittent).count();
    assertEquals(share * series, rare, 1);
  }

  @Test
  void intermittentSeriesSellLittleOnFewDays() throws IOException {
    List<String> lines = lines(new Plan(1, START, 365, new Plan.Panel(20), 1));
    double[] sales =
        lines.stream()
            .skip(1)
            .mapToDouble(line -> Double.parseDouble(line.split(",")[2]))
            .toArray();
    double none = Arrays.stream(sales).filter(units -> units == 0).count() / (double) sales.length;
    assertTrue(0.6 < none && none < 0.95, "share of days without a sale: " + none);
    assertTrue(mean(sales) < 2 && Arrays.stream(sales).allMatch(units -> units >= 0));
    assertTrue(Arrays.stream(sales).anyMatch(units -> units > 1));
  }

  @Test
  void rowsAreHandedOnWhileTheyAreMade() throws IOException {
    class Counting extends OutputStream {
      private long bytes;
      private int largest;

      @Override
      public void write(int b) {
        throw new AssertionError("bytes are written in blocks");
      }

      @Override
      public void write(byte[] block, int from, int length) {
        bytes += length;
        largest = Math.max(largest, length);
      }
    }

    Counting out = new Counting();
    SalesFile.write(new Plan(1, START, 365, new Plan.Shops(10, 100), 0.2), out);
    assertTrue(out.bytes > 20_000_000, "bytes written: " + out.bytes);
    assertTrue(out.largest <= 1 << 16, "most bytes held at once: " + out.largest);
  }
}
