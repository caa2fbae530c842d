package shelfcast.ingest;

import java.time.LocalDate;
import java.util.List;

/**
 * The sales of a panel, all its series on one step.
 *
 * @param frequency the step
 * @param series sorted by id, at least one, each with at least one sale
 * @param knownColumns covariates known ahead, as asked for
 * @param pastColumns covariates known only afterwards, as asked for
 * @param staticColumns categories, as asked for
 * @param rows data rows read, future rows included
 * @param firstDate the first date with a sale
 * @param lastDate the last date with a sale
 * @param notices what a person should know about how the file was read, a sentence each
 */
public record SalesTable(
    Frequency frequency,
    List<Series> series,
    List<String> knownColumns,
    List<String> pastColumns,
    List<String> staticColumns,
    long rows,
    LocalDate firstDate,
    LocalDate lastDate,
    List<String> notices) {

  /** Copies the lists. */
  public SalesTable {
    series = List.copyOf(series);
    knownColumns = List.copyOf(knownColumns);
    pastColumns = List.copyOf(pastColumns);
    staticColumns = List.copyOf(staticColumns);
    notices = List.copyOf(notices);
  }
}
