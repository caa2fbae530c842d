package shelfcast.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person probably meant, told by the names in a header. */
final class HeaderHints {
  private static final Set<String> DATES =
      Set.of(
          "date",
          "day",
          "ds",
          "datum",
          "week",
          "month",
          "period",
          "time",
          "timestamp",
          "datetime",
          "order_date",
          "invoice_date",
          "sales_date",
          "sale_date",
          "week_start",
          "dt");
  private static final Set<String> SALES =
      Set.of(
          "sales",
          "qty",
          "quantity",
          "units",
          "demand",
          "sold",
          "num_sold",
          "unit_sales",
          "volume",
          "units_sold",
          "weekly_sales",
          "daily_sales",
          "sales_qty",
          "amount",
          "y",
          "value",
          "count");
  private static final Set<String> SERIES =
      Set.of(
          "series",
          "id",
          "store",
          "store_id",
          "store_nbr",
          "shop",
          "shop_id",
          "branch",
          "location",
          "item",
          "item_id",
          "item_nbr",
          "sku",
          "product",
          "product_id",
          "product_name",
          "article",
          "dept",
          "dept_id",
          "department",
          "family",
          "unique_id",
          "series_id");

  /** Usual delimiters, with the value of the flag that chooses them. */
  private static final Map<Character, String> DELIMITERS =
      Map.of(',', "','", ';', "';'", '\t', "tab", '|', "'|'");

  private static final int NAMES_SHOWN = 20;

  private final List<String> names;
  private final ReadOptions options;

  HeaderHints(List<String> names, ReadOptions options) {
    this.names = names;
    this.options = options;
  }

  /** The columns of the header, for a message: the first, if there are many. */
  String found() {
    String first =
        names.stream()
            .limit(NAMES_SHOWN)
            .map(name -> "\"" + Problem.shown(name) + "\"")
            .collect(Collectors.joining(", "));
    int more = names.size() - NAMES_SHOWN;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  /** What to do about a column that the header does not have. */
  Optional<String> remedy(String missing) {
    return delimiter().or(() -> name(missing));
  }

  /**
   * The flag with the columns that may tell series apart.
   *
   * @param used the columns that do so already
   * @return empty if the header has no others that look like it
   */
  Optional<String> seriesColumns(List<String> used) {
    List<String> likely =
        names.stream()
            .filter(name -> SERIES.contains(normal(name)) || used.contains(name))
            .filter(name -> !name.equals(options.roles().sales()))
            .toList();
    return used.containsAll(likely)
        ? Optional.empty()
        : Optional.of("--series-columns " + quoted(String.join(",", likely)));
  }

  /** Quotes an argument for a shell if it needs that. */
  static String quoted(String argument) {
    return argument.matches("[\\w.,/-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
  }

  /** The flag for the delimiter, if the whole header stands in one cell that has another one. */
  private Optional<String> delimiter() {
    if (names.size() > 1) {
      return Optional.empty();
    }
    String header = names.getFirst();
    return DELIMITERS.entrySet().stream()
        .filter(entry -> entry.getKey() != options.format().delimiter())
        .filter(entry -> header.indexOf(entry.getKey()) >= 0)
        .max((one, other) ->
            Long.compare(occurrences(header, one.getKey()), occurrences(header, other.getKey())))
        .map(entry -> "use --delimiter " + entry.getValue());
  }

  private static long occurrences(String text, char wanted) {
    return text.chars().filter(character -> character == wanted).count();
  }

  private Optional<String> name(String missing) {
    ColumnRoles roles = options.roles();
    if (missing.equals(roles.date())) {
      return Optional.of("use --date-column " + like(missing, DATES).orElse("NAME"));
    }
    if (missing.equals(roles.sales())) {
      return Optional.of("use --sales-column " + like(missing, SALES).orElse("NAME"));
    }
    return like(missing, Set.of()).map(name -> "did you mean " + name + "?");
  }

  /** The column that differs from the missing one in case only, else the first usual name. */
  private Optional<String> like(String missing, Set<String> usual) {
    return names.stream()
        .filter(name -> name.equalsIgnoreCase(missing))
        .findFirst()
        .or(() -> names.stream().filter(name -> usual.contains(normal(name))).findFirst())
        .map(HeaderHints::quoted);
  }

  private static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
  }
}
