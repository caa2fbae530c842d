package shelfcast.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How well a network and the simple methods beside it did on the held-back tail.
 *
 * @param from the first date of the tail
 * @param to the last date of the tail
 * @param observations the number of observations predicted
 * @param methods measure by name (such as {@code mae}) of each method by name (such as {@code
 *     model}, {@code naive}); a measure that is not defined on this tail is left out
 * @param beatsBaseline whether the network did better than the baseline of the gate
 */
public record Metrics(
    LocalDate from,
    LocalDate to,
    long observations,
    SortedMap<String, SortedMap<String, Double>> methods,
    boolean beatsBaseline) {
  /**
   * Copies the maps.
   *
   * @throws IllegalArgumentException if a measure is not finite, which JSON cannot carry
   */
  public Metrics {
    SortedMap<String, SortedMap<String, Double>> copy = new TreeMap<>();
    methods.forEach((method, measures) -> copy.put(method, finite(method, measures)));
    methods = Collections.unmodifiableSortedMap(copy);
  }

  private static SortedMap<String, Double> finite(String method, SortedMap<String, Double> from) {
    from.forEach((measure, value) -> {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(measure + " of " + method + " is " + value);
      }
    });
    return Collections.unmodifiableSortedMap(new TreeMap<>(from));
  }
}
