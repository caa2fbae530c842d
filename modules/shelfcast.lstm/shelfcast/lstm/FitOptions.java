package shelfcast.lstm;

import java.util.Arrays;

/**
 * How to train.
 *
 * @param epochs length of the learning-rate schedule, at least 1
 * @param stopAfter epochs that are run at most, 1 … epochs; fewer than {@code epochs} repeats the
 *     beginning of a longer training exactly
 * @param batchSize windows of one optimiser step, at least 1
 * @param windowsPerEpoch windows an epoch visits at most, 0 for all; the next epoch goes on where
 *     it ended, so that all windows are visited before any comes again
 * @param learningRate Adam's step size in the first epoch, above 0
 * @param finalLearningRate the step size falls to this along half a cosine over {@code epochs}
 *     (Loshchilov and Hutter 2017), 0 … learningRate; equal to it keeps the rate constant
 * @param clipNorm a gradient with a larger global norm is scaled down to this one (Pascanu et al.
 *     2013); 0 never clips
 * @param patience training ends after this many epochs without a smaller loss, on the validation
 *     windows if there are any, and gives back the best epoch's weights; 0 runs all epochs and
 *     gives the last one's
 * @param seed seed of the shuffling
 * @param threads threads to use at most, at least 1; the result does not depend on it
 * @param loss loss of one error
 * @param stepWeights how much each step of a window counts, one finite number of at least 0 a step
 */
public record FitOptions(
    int epochs,
    int stopAfter,
    int batchSize,
    int windowsPerEpoch,
    float learningRate,
    float finalLearningRate,
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
    require(epochs >= 1, "epochs must be at least 1", epochs);
    require(
        stopAfter >= 1 && stopAfter <= epochs,
        "stopAfter must be between 1 and epochs (" + epochs + ")",
        stopAfter);
    require(batchSize >= 1, "batchSize must be at least 1", batchSize);
    require(windowsPerEpoch >= 0, "windowsPerEpoch must be at least 0", windowsPerEpoch);
    require(
        learningRate > 0 && learningRate < Float.POSITIVE_INFINITY,
        "learningRate must be above 0 and finite",
        learningRate);
    require(
        finalLearningRate >= 0 && finalLearningRate <= learningRate,
        "finalLearningRate must be between 0 and learningRate (" + learningRate + ")",
        finalLearningRate);
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

  /**
   * 100 epochs over all windows in batches of 32 at a constant rate of 0.001, the norm clipped to
   * 1, no early stopping, seed 1, one thread, squared errors, all steps alike.
   *
   * @param steps steps of a window
   */
  public static FitOptions defaults(int steps) {
    float[] alike = new float[steps];
    Arrays.fill(alike, 1f);
    return new FitOptions(
        100, 100, 32, 0, 0.001f, 0.001f, 1f, 0, 1L, 1, new Loss.MeanSquared(), alike);
  }

  /** A copy with another number of epochs, all of which are run. */
  public FitOptions withEpochs(int count) {
    return new FitOptions(
        count,
        count,
        batchSize,
        windowsPerEpoch,
        learningRate,
        finalLearningRate,
        clipNorm,
        patience,
        seed,
        threads,
        loss,
        stepWeights);
  }

  /** A copy that ends after another number of epochs. */
  public FitOptions withStopAfter(int count) {
    return new FitOptions(
        epochs,
        count,
        batchSize,
        windowsPerEpoch,
        learningRate,
        finalLearningRate,
        clipNorm,
        patience,
        seed,
        threads,
        loss,
        stepWeights);
  }

  /** A copy with other batches. */
  public FitOptions withBatches(int size, int windowsInEpoch) {
    return new FitOptions(
        epochs,
        stopAfter,
        size,
        windowsInEpoch,
        learningRate,
        finalLearningRate,
        clipNorm,
        patience,
        seed,
        threads,
        loss,
        stepWeights);
  }

  /** A copy with another learning rate at the beginning and at the end. */
  public FitOptions withLearningRate(float first, float last) {
    return new FitOptions(
        epochs,
        stopAfter,
        batchSize,
        windowsPerEpoch,
        first,
        last,
        clipNorm,
        patience,
        seed,
        threads,
        loss,
        stepWeights);
  }

  /** A copy with another largest norm of the gradient. */
  public FitOptions withClipNorm(float norm) {
    return new FitOptions(
        epochs,
        stopAfter,
        batchSize,
        windowsPerEpoch,
        learningRate,
        finalLearningRate,
        norm,
        patience,
        seed,
        threads,
        loss,
        stepWeights);
  }

  /** A copy with another patience. */
  public FitOptions withPatience(int count) {
    return new FitOptions(
        epochs,
        stopAfter,
        batchSize,
        windowsPerEpoch,
        learningRate,
        finalLearningRate,
        clipNorm,
        count,
        seed,
        threads,
        loss,
        stepWeights);
  }

  /** A copy with another seed. */
  public FitOptions withSeed(long number) {
    return new FitOptions(
        epochs,
        stopAfter,
        batchSize,
        windowsPerEpoch,
        learningRate,
        finalLearningRate,
        clipNorm,
        patience,
        number,
        threads,
        loss,
        stepWeights);
  }

  /** A copy with another number of threads. */
  public FitOptions withThreads(int count) {
    return new FitOptions(
        epochs,
        stopAfter,
        batchSize,
        windowsPerEpoch,
        learningRate,
        finalLearningRate,
        clipNorm,
        patience,
        seed,
        count,
        loss,
        stepWeights);
  }

  /** A copy with another loss and other weights of the steps. */
  public FitOptions withLoss(Loss other, float... weights) {
    return new FitOptions(
        epochs,
        stopAfter,
        batchSize,
        windowsPerEpoch,
        learningRate,
        finalLearningRate,
        clipNorm,
        patience,
        seed,
        threads,
        other,
        weights);
  }

  /** The learning rate of an epoch, counted from 1. */
  float learningRate(int epoch) {
    double fallen = 0.5 - 0.5 * StrictMath.cos(Math.PI * (epoch - 1) / epochs);
    return (float) (learningRate - fallen * (learningRate - finalLearningRate));
  }

  private static void require(boolean holds, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException("fit options: " + rule + ", not " + value);
    }
  }
}
