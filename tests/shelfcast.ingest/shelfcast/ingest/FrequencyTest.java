package shelfcast.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrequencyTest {
  @Property
  void stepsForthAreStepsBetween(
      @ForAll Frequency frequency,
      @ForAll @IntRange(min = -20_000, max = 50_000) int day,
      @ForAll @IntRange(min = -500, max = 500) int steps) {
    LocalDate from = LocalDate.ofEpochDay(day);
    LocalDate to = frequency.plus(from, steps);
    assertEquals(steps, frequency.between(from, to));
    assertTrue(frequency.aligned(from, to));
  }

  @ParameterizedTest
  @CsvSource({
    "MONTHLY, 2024-01-31, 1, 2024-02-29",
    "MONTHLY, 2023-02-28, 1, 2023-03-31",
    "MONTHLY, 2024-02-28, 1, 2024-03-28",
    "MONTHLY, 2024-01-01, 12, 2025-01-01",
    "WEEKLY, 2024-12-30, 1, 2025-01-06",
    "DAILY, 2024-02-28, 2, 2024-03-01"
  })
  void aStepLeadsToTheNextDate(Frequency frequency, LocalDate from, int steps, LocalDate to) {
    assertEquals(to, frequency.plus(from, steps));
  }

  @Test
  void otherDatesAreOffTheGrid() {
    LocalDate origin = LocalDate.of(2024, 1, 1);
    assertFalse(Frequency.WEEKLY.aligned(origin, LocalDate.of(2024, 1, 9)));
    assertFalse(Frequency.MONTHLY.aligned(origin, LocalDate.of(2024, 2, 2)));
    assertFalse(Frequency.MONTHLY.aligned(LocalDate.of(2024, 1, 31), LocalDate.of(2024, 2, 28)));
  }

  @Test
  void theSeasonIsAWeekOrAYear() {
    assertEquals(7, Frequency.DAILY.season());
    assertEquals(52, Frequency.WEEKLY.season());
    assertEquals(12, Frequency.MONTHLY.season());
  }
}
