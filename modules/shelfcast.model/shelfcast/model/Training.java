package shelfcast.model;

/**
 * How the training of a network went.
 *
 * @param epochs the number of epochs run
 * @param bestEpoch the epoch whose weights were kept, counted from 1; 0 are the initial weights
 * @param seed the seed of the initial weights and the order of the windows
 * @param finalLoss the loss of the weights kept, on scaled units
 */
public record Training(int epochs, int bestEpoch, long seed, double finalLoss) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the best epoch was not run or the loss is not finite
   */
  public Training {
    if (bestEpoch < 0 || bestEpoch > epochs) {
      throw new IllegalArgumentException("best epoch " + bestEpoch + " of " + epochs);
    }
    if (!Double.isFinite(finalLoss)) {
      throw new IllegalArgumentException("a final loss of " + finalLoss);
    }
  }
}
