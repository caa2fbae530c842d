package shelfcast.ingest;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How far apart the dates of a series are: the length of one step. */
public enum Frequency {
  /** A step is a day; the season is a week. */
  DAILY(7) {
    @Override
    public LocalDate plus(LocalDate date, long steps) {
      return date.plusDays(steps);
    }

    @Override
    public long between(LocalDate from, LocalDate to) {
      return ChronoUnit.DAYS.between(from, to);
    }
  },

  /** A step is seven days; the season is 52 steps, a year. */
  WEEKLY(52) {
    @Override
    public LocalDate plus(LocalDate date, long steps) {
      return date.plusWeeks(steps);
    }

    @Override
    public long between(LocalDate from, LocalDate to) {
      return ChronoUnit.WEEKS.between(from, to);
    }
  },

  /**
   * A step is a month, from a day to the same day of another month, from a month's last day to a
   * month's last day; the season is 12 steps, a year.
   */
  MONTHLY(12) {
    @Override
    public LocalDate plus(LocalDate date, long steps) {
      LocalDate moved = date.plusMonths(steps);
      boolean monthEnd = date.getDayOfMonth() == date.lengthOfMonth();
      return monthEnd ? moved.with(TemporalAdjusters.lastDayOfMonth()) : moved;
    }

    @Override
    public long between(LocalDate from, LocalDate to) {
      return ChronoUnit.MONTHS.between(from.withDayOfMonth(1), to.withDayOfMonth(1));
    }
  };

  private final int season;

  Frequency(int season) {
    this.season = season;
  }

  /** The date that lies {@code steps} steps after {@code date}, or before it if negative. */
  public abstract LocalDate plus(LocalDate date, long steps);

  /**
   * The steps from one date to another, negative if {@code to} is earlier. For weeks, days that do
   * not make a whole one do not count; for months, only the months count, not the days.
   */
  public abstract long between(LocalDate from, LocalDate to);

  /** Steps after which the pattern of sales repeats: 7 days, 52 weeks or 12 months. */
  public int season() {
    return season;
  }

  /** Whether {@code date} is a whole number of steps away from {@code origin}. */
  boolean aligned(LocalDate origin, LocalDate date) {
    return plus(origin, between(origin, date)).equals(date);
  }

  /** The value of {@code --frequency} that chooses this one. */
  String flagValue() {
    return name().toLowerCase(Locale.ROOT);
  }
}
