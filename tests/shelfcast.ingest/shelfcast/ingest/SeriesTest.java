package shelfcast.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SeriesTest {
  @Property
  void theStepsUpToADateAreThoseThatDoNotLieAfterIt(
      @ForAll Frequency frequency,
      @ForAll @IntRange(min = 19_000, max = 19_800) int start,
      @ForAll @IntRange(min = 1, max = 60) int length,
      @ForAll @IntRange(min = 18_900, max = 22_000) int last) {
    Series series = Series.of("s", frequency, LocalDate.ofEpochDay(start), new float[length]);
    LocalDate date = LocalDate.ofEpochDay(last);
    long expected =
        IntStream.range(0, length).filter(step -> !series.date(step).isAfter(date)).count();
    assertEquals(expected, series.stepsUpTo(date));
  }
}
