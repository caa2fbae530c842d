package shelfcast.ingest;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Optional;

/** The distinct dates on which anything was sold. */
final class PanelDates {
  /** The earliest date that a file may have, as {@link RowReader} checks. */
  private static final int ORIGIN = RowReader.FIRST_DAY;

  private final BitSet days = new BitSet();

  void add(int epochDay) {
    days.set(epochDay - ORIGIN);
  }

  int count() {
    return days.cardinality();
  }

  /** The first date; there must be one. */
  LocalDate first() {
    return date(days.nextSetBit(0));
  }

  /** The last date; there must be one. */
  LocalDate last() {
    return date(days.length() - 1);
  }

  /** The longest step, weekly or monthly, on whose grid all dates lie; empty if only days do. */
  Optional<Frequency> coarser() {
    LocalDate first = first();
    if (aligned(Frequency.MONTHLY, first)) {
      return Optional.of(Frequency.MONTHLY);
    }
    return aligned(Frequency.WEEKLY, first) ? Optional.of(Frequency.WEEKLY) : Optional.empty();
  }

  private boolean aligned(Frequency frequency, LocalDate first) {
    return days.stream().allMatch(day -> frequency.aligned(first, date(day)));
  }

  private static LocalDate date(int day) {
    return LocalDate.ofEpochDay((long) ORIGIN + day);
  }
}
