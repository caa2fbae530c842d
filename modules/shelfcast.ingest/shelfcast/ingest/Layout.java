package shelfcast.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where in a row each part stands, as positions in the header.
 *
 * @param names the header
 * @param date the date's position
 * @param sales the units' position
 * @param series positions of the columns that name the series; empty if there is only one series
 * @param known positions of the covariates known ahead
 * @param past positions of the covariates known afterwards
 * @param statics positions of the categories
 */
record Layout(
    List<String> names,
    int date,
    int sales,
    List<Integer> series,
    List<Integer> known,
    List<Integer> past,
    List<Integer> statics) {

  /**
   * Finds the roles' columns in a header.
   *
   * @throws BadDataException if one is missing or not the only one of its name; it lists the
   *     columns found and names the flag
   */
  static Layout of(String file, long line, List<String> names, ReadOptions options) {
    ColumnRoles roles = options.roles();
    Map<String, Integer> positions = new HashMap<>();
    Problems problems = new Problems(file);
    boolean seriesId = roles.series().isEmpty() && names.contains(ColumnRoles.SERIES_ID);
    List<String> series = seriesId ? List.of(ColumnRoles.SERIES_ID) : roles.series();
    List<String> used = used(roles, series);
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (positions.putIfAbsent(name, i) != null && used.contains(name)) {
        problems.add(
            line, name, "", "the header has two columns of this name", Optional.of("rename one"));
      }
    }
    HeaderHints hints = new HeaderHints(names, options);
    for (String name : used) {
      if (!positions.containsKey(name)) {
        String reason = "the header has no such column, only " + hints.found();
        problems.add(line, name, "", reason, hints.remedy(name));
      }
    }
    problems.throwIfAny();
    return new Layout(
        names,
        positions.get(roles.date()),
        positions.get(roles.sales()),
        at(positions, series),
        at(positions, roles.known()),
        at(positions, roles.past()),
        at(positions, roles.statics()));
  }

  /** The sentence that says which columns are ignored, if any are. */
  Optional<String> ignored() {
    List<Integer> used =
        Stream.of(List.of(date, sales), series, known, past, statics)
            .flatMap(List::stream)
            .toList();
    List<String> ignored =
        IntStream.range(0, names.size())
            .filter(column -> !used.contains(column))
            .mapToObj(names::get)
            .toList();
    return ignored.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "columns without a part are ignored: "
                + String.join(", ", ignored)
                + " (--known, --past or --static give them one)");
  }

  private static List<String> used(ColumnRoles roles, List<String> series) {
    return Stream.of(
            List.of(roles.date(), roles.sales()),
            series,
            roles.known(),
            roles.past(),
            roles.statics())
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  private static List<Integer> at(Map<String, Integer> positions, List<String> names) {
    return names.stream().map(positions::get).toList();
  }
}
