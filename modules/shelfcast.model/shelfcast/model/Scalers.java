package shelfcast.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import shelfcast.features.MinMaxScaler;

/**
 * The scalers of a next-day model. Each series has one, fitted on its sales and used for both
 * features and the target: "the same as yesterday" is then the same line in every series' scale,
 * and one network can serve them all.
 *
 * @param pooled fitted on all series together, for callers that name none
 * @param bySeries the scaler of each series, by its id
 */
public record Scalers(MinMaxScaler pooled, SortedMap<String, MinMaxScaler> bySeries) {
  /** Copies the map. */
  public Scalers {
    bySeries = Collections.unmodifiableSortedMap(new TreeMap<>(bySeries));
  }
}
