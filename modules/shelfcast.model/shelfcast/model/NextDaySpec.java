package shelfcast.model;

import java.util.List;
import shelfcast.lstm.Architecture;

/**
 * All that the manifest says of the next-day network.
 *
 * @param architecture the shape of the network
 * @param window the number of steps of the windows it was trained on; a prediction is one step
 * @param returnsKept whether it was trained on negative sales, and so may predict them
 * @param scalers how features and target are scaled
 * @param training how training went
 * @param metrics how well it did on the held-back tail
 * @param gate what the gate decided
 * @param golden inputs with the predictions recorded for them
 */
public record NextDaySpec(
    Architecture architecture,
    int window,
    boolean returnsKept,
    Scalers scalers,
    Training training,
    Metrics metrics,
    Gate gate,
    List<Golden> golden) {
  /** The features that the network is fed, in the order of its inputs. */
  public static final List<String> FEATURES = List.of("lag_1", "rolling_mean_7");

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if the network does not take the two features and give one
   *     number, or the window has no step
   */
  public NextDaySpec {
    checkShape(architecture);
    if (window < 1) {
      throw new IllegalArgumentException("a window of " + window + " steps");
    }
    golden = List.copyOf(golden);
  }

  /**
   * Checks that a network takes the two features and gives one number.
   *
   * @throws IllegalArgumentException if it does not
   */
  static void checkShape(Architecture architecture) {
    if (architecture.inputs() != FEATURES.size() || architecture.outputs() != 1) {
      throw new IllegalArgumentException(
          "a next-day network has "
              + FEATURES.size()
              + " inputs and 1 output, not "
              + architecture.inputs()
              + " and "
              + architecture.outputs());
    }
  }
}
