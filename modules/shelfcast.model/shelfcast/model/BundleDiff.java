package shelfcast.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * In what two bundles differ.
 *
 * @param left a version
 * @param right another
 * @param data differences in the data they were trained on
 * @param config differences in the settings
 * @param metrics differences in how well they did
 */
public record BundleDiff(
    String left, String right, List<Change> data, List<Change> config, List<Change> metrics) {
  /** Copies the lists. */
  public BundleDiff {
    data = List.copyOf(data);
    config = List.copyOf(config);
    metrics = List.copyOf(metrics);
  }

  /**
   * A value that differs.
   *
   * @param name what it is
   * @param left its value on the left, if it has one there
   * @param right its value on the right, if it has one there
   */
  public record Change(String name, Optional<String> left, Optional<String> right) {}

  /** The differences between two bundles. */
  static BundleDiff between(Manifest left, Manifest right) {
    return new BundleDiff(
        left.version(),
        right.version(),
        changes(data(left.data()), data(right.data())),
        changes(config(left), config(right)),
        changes(metrics(left), metrics(right)));
  }

  private static List<Change> changes(
      SortedMap<String, String> left, SortedMap<String, String> right) {
    TreeSet<String> names = new TreeSet<>(left.keySet());
    names.addAll(right.keySet());
    List<Change> changes = new ArrayList<>();
    for (String name : names) {
      Change change =
          new Change(
              name, Optional.ofNullable(left.get(name)), Optional.ofNullable(right.get(name)));
      if (!change.left().equals(change.right())) {
        changes.add(change);
      }
    }
    return changes;
  }

  private static SortedMap<String, String> data(Lineage data) {
    SortedMap<String, String> values = new TreeMap<>();
    values.put("uri", data.uri());
    values.put("sha256", data.sha256());
    values.put("rows", Long.toString(data.rows()));
    values.put("series", Integer.toString(data.series()));
    values.put("first_date", data.firstDate().toString());
    values.put("last_date", data.lastDate().toString());
    return values;
  }

  private static SortedMap<String, String> config(Manifest manifest) {
    SortedMap<String, String> values = new TreeMap<>(manifest.config());
    values.put("code_revision", manifest.codeRevision());
    return values;
  }

  private static SortedMap<String, String> metrics(Manifest manifest) {
    SortedMap<String, String> values = new TreeMap<>();
    Metrics metrics = manifest.nextDay().metrics();
    String network = ManifestWriter.NEXT_DAY + ".";
    values.put(network + "from", metrics.from().toString());
    values.put(network + "to", metrics.to().toString());
    values.put(network + "observations", Long.toString(metrics.observations()));
    values.put(network + "beats_baseline", Boolean.toString(metrics.beatsBaseline()));
    metrics
        .methods()
        .forEach((method, measures) ->
            measures.forEach((measure, value) ->
                values.put(network + method + "." + measure, value.toString())));
    return values;
  }
}
