package shelfcast.lstm;

/**
 * How to train.
 *
 * @param schedule epochs and learning rates
 * @param batchSize windows of one optimiser step, at least 1
 * @param windowsPerEpoch windows an epoch visits at most, 0 for all; the next epoch goes on where
 *     it ended, so that all windows are visited before any comes again
 * @param clipNorm a gradient with a larger global norm is scaled down to this one (Pascanu et al.
 *     2013); 0 never clips
 * @param patience training ends after this many epochs without a smaller loss, on the validation
 *     windows if there are any, and gives back the best epoch's weights; 0 runs all epochs and
 *     gives the last one's
 * @param seed seed of the shuffling
 * @param threads threads to use at most, at least 1; fewer are used where a batch is too small to
 *     pay for them, and the result does not depend on it
 * @param loss loss of one error
 * @param stepWeights how much each step of a window counts, one finite number of at least 0 a step
 */
public record FitOptions(
    Schedule schedule,
    int batchSize,
    int windowsPerEpoch,
    float clipNorm,
    int patience,
    long seed,
    int threads,
    Loss loss,
    float[] stepWeights) {

  /**
   * Checks every option.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public FitOptions {
    require(batchSize >= 1, "batchSize must be at least 1", batchSize);
    require(windowsPerEpoch >= 0, "windowsPerEpoch must be at least 0", windowsPerEpoch);
    require(
        clipNorm >= 0 && clipNorm < Float.POSITIVE_INFINITY,
        "clipNorm must be at least 0 and finite",
        clipNorm);
    require(patience >= 0, "patience must be at least 0", patience);
    require(threads >= 1, "threads must be at least 1", threads);
    stepWeights = stepWeights.clone();
    for (float weight : stepWeights) {
      require(
          weight >= 0 && weight < Float.POSITIVE_INFINITY,
          "step weights must be finite and at least 0",
          weight);
    }
  }

  static void require(boolean holds, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException("fit options: " + rule + ", not " + value);
    }
  }
}
