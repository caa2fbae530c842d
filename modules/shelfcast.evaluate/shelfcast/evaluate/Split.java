package shelfcast.evaluate;

import java.time.LocalDate;
import shelfcast.ingest.SalesTable;

/**
 * Where a panel's calendar is cut: a network learns from what lies up to {@code fitEnd}, stops by
 * what lies after that up to {@code validationEnd}, and is judged on the tail after that, which
 * neither its weights nor its scalers nor its number of epochs have seen.
 *
 * @param fitEnd last date to learn from
 * @param validationEnd last date before the tail
 * @param tailEnd last date of the tail and of the panel
 */
public record Split(LocalDate fitEnd, LocalDate validationEnd, LocalDate tailEnd) {

  /**
   * Cuts a panel.
   *
   * @param table the panel
   * @param holdout steps of the tail, &gt; 0; a short panel gives at most a fifth of its calendar.
   *     The validation block is as long as the tail.
   */
  public static Split of(SalesTable table, int holdout) {
    var frequency = table.frequency();
    long steps = frequency.between(table.firstDate(), table.lastDate()) + 1;
    long tail = Math.max(1, Math.min(holdout, steps / 5));
    LocalDate end = table.lastDate();
    return new Split(frequency.plus(end, -2 * tail), frequency.plus(end, -tail), end);
  }

  /** First date of the tail, for messages; the day after {@code validationEnd} in daily data. */
  public LocalDate tailStart(SalesTable table) {
    return table.frequency().plus(validationEnd, 1);
  }
}
