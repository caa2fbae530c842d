package shelfcast.features;

import java.time.LocalDate;

/**
 * What the calendar says about a date.
 *
 * @param weekday 1 Monday to 7 Sunday
 * @param month 1 January to 12 December
 * @param dayOfMonth 1 to 31
 * @param dayOfYear 1 to 366
 */
public record Calendar(int weekday, int month, int dayOfMonth, int dayOfYear) {
  /** The calendar features of {@code date}. */
  public static Calendar of(LocalDate date) {
    return new Calendar(
        date.getDayOfWeek().getValue(),
        date.getMonthValue(),
        date.getDayOfMonth(),
        date.getDayOfYear());
  }
}
