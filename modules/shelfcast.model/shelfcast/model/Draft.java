package shelfcast.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import shelfcast.lstm.Network;

/**
 * A trained model that is to become a bundle: everything but what publishing adds, which is the
 * version, the golden predictions and the digests of the files.
 *
 * @param codeRevision the revision of shelfcast that trained it
 * @param data the data it was trained on
 * @param config the settings in effect, by key
 * @param nextDay the next-day network
 * @param window the number of steps of the windows it was trained on
 * @param returnsKept whether it was trained on negative sales, and so may predict them
 * @param scalers how features and target were scaled
 * @param training how training went
 * @param metrics how well it did on the held-back tail
 * @param gate what the gate decided
 * @param report the report, HTML in UTF-8
 */
public record Draft(
    String codeRevision,
    Lineage data,
    SortedMap<String, String> config,
    Network nextDay,
    int window,
    boolean returnsKept,
    Scalers scalers,
    Training training,
    Metrics metrics,
    Gate gate,
    String report) {
  /** Copies the map. */
  public Draft {
    config = Collections.unmodifiableSortedMap(new TreeMap<>(config));
  }
}
