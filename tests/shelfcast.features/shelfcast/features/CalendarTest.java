package shelfcast.features;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {
  @ParameterizedTest
  @CsvSource({
    "2024-01-01, 1, 1, 1, 1",
    "2024-02-29, 4, 2, 29, 60",
    "2024-12-31, 2, 12, 31, 366",
    "2023-12-31, 7, 12, 31, 365"
  })
  void aDateHasItsPlaceInWeekMonthAndYear(
      LocalDate date, int weekday, int month, int dayOfMonth, int dayOfYear) {
    assertEquals(new Calendar(weekday, month, dayOfMonth, dayOfYear), Calendar.of(date));
  }
}
