package shelfcast.lstm;

import java.util.OptionalDouble;

/**
 * How an epoch went.
 *
 * @param epoch its number, from 1
 * @param training weighted mean loss of the windows it visited, each taken before the optimiser
 *     step that it led to; NaN if none of them has any weight
 * @param validation weighted mean loss of the validation windows after it, if there are any
 * @param gradientNorm mean global norm of the batches' gradients before clipping
 * @param learningRate Adam's step size in it
 */
public record EpochLoss(
    int epoch,
    double training,
    OptionalDouble validation,
    double gradientNorm,
    float learningRate) {

  /** The loss that early stopping watches. */
  double watched() {
    return validation.orElse(training);
  }
}
