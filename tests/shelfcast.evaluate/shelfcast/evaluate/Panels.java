package shelfcast.evaluate;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import shelfcast.ingest.Frequency;
import shelfcast.ingest.SalesTable;
import shelfcast.ingest.Series;

/** Small panels for the tests of this room. */
final class Panels {
  private Panels() {}

  static SalesTable of(Series... series) {
    var sorted = Stream.of(series).sorted(Comparator.comparing(Series::id)).toList();
    return new SalesTable(
        series[0].frequency(),
        sorted,
        List.of(),
        List.of(),
        List.of(),
        sorted.stream().mapToLong(Series::length).sum(),
        sorted.stream().map(Series::start).min(Comparator.naturalOrder()).orElseThrow(),
        sorted.stream()
            .map(one -> one.date(one.length() - 1))
            .max(Comparator.naturalOrder())
            .orElseThrow(),
        List.of());
  }

  static Series constant(String id, LocalDate start, int days, float units) {
    float[] sales = new float[days];
    Arrays.fill(sales, units);
    return Series.of(id, Frequency.DAILY, start, sales);
  }

  /** Units that return to {@code level} with the given memory of the day before, plus noise. */
  static Series autoregressive(
      String id, LocalDate start, int days, double level, double memory, long seed) {
    var random = new Random(seed);
    float[] sales = new float[days];
    double deviation = 0;
    for (int day = 0; day < days; day++) {
      deviation = memory * deviation + random.nextGaussian() * 0.1 * level;
      sales[day] = (float) Math.max(0, level + deviation);
    }
    return Series.of(id, Frequency.DAILY, start, sales);
  }
}
