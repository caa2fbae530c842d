package shelfcast.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which column of a sales file plays which part. Names are those of the header, upper and lower
 * case told apart. Columns that are not named here are ignored.
 *
 * @param date the column with the date
 * @param sales the column with the units sold
 * @param series the columns that together name a series, their values joined by {@code /}; if
 *     empty, {@code series_id} where the header has it, else the whole file is one series named
 *     {@code all}
 * @param known covariates that are known ahead, such as price or promotion: numbers or TRUE/FALSE
 * @param past covariates that are known only afterwards, such as weather: numbers or TRUE/FALSE
 * @param statics categories that never change within a series: any text
 * @throws IllegalArgumentException if a column is given two parts
 */
public record ColumnRoles(
    String date,
    String sales,
    List<String> series,
    List<String> known,
    List<String> past,
    List<String> statics) {

  /** The column that names the series where no other is given. */
  static final String SERIES_ID = "series_id";

  /** Copies the lists and checks that no column has two parts. */
  public ColumnRoles {
    series = List.copyOf(series);
    known = List.copyOf(known);
    past = List.copyOf(past);
    statics = List.copyOf(statics);
    List<String> covariates = new ArrayList<>(List.of(date, sales));
    covariates.addAll(known);
    covariates.addAll(past);
    requireDistinct(covariates);
    // A column that names the series may be a static category too: it never changes within one.
    requireDistinct(join(covariates, series));
    requireDistinct(join(covariates, statics));
  }

  /** {@code date} and {@code sales}, {@code series_id} if there is one, and no covariates. */
  public static ColumnRoles defaults() {
    return new ColumnRoles("date", "sales", List.of(), List.of(), List.of(), List.of());
  }

  private static List<String> join(List<String> some, List<String> others) {
    List<String> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  private static void requireDistinct(List<String> columns) {
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!seen.add(column)) {
        throw new IllegalArgumentException(
            ("column \"%s\" is listed twice among --date-column, --sales-column, --series-columns,"
                    + " --known, --past and --static: give it one part")
                .formatted(column));
      }
    }
  }
}
