package shelfcast.lstm;

/**
 * How long training lasts and how large its steps are.
 *
 * @param epochs length of the learning-rate schedule, at least 1
 * @param stopAfter epochs that are run at most, 1 … epochs; fewer than {@code epochs} repeats the
 *     beginning of a longer training exactly
 * @param learningRate Adam's step size in the first epoch, above 0
 * @param finalLearningRate the step size falls towards this along half a cosine over {@code epochs}
 *     (Loshchilov and Hutter 2017), 0 … learningRate; equal to it keeps the rate constant
 */
public record Schedule(int epochs, int stopAfter, float learningRate, float finalLearningRate) {

  /**
   * Checks every number.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public Schedule {
    FitOptions.require(epochs >= 1, "epochs must be at least 1", epochs);
    FitOptions.require(
        stopAfter >= 1 && stopAfter <= epochs,
        "stopAfter must be between 1 and epochs (" + epochs + ")",
        stopAfter);
    FitOptions.require(
        learningRate > 0 && learningRate < Float.POSITIVE_INFINITY,
        "learningRate must be above 0 and finite",
        learningRate);
    FitOptions.require(
        finalLearningRate >= 0 && finalLearningRate <= learningRate,
        "finalLearningRate must be between 0 and learningRate (" + learningRate + ")",
        finalLearningRate);
  }

  /** The learning rate of an epoch, counted from 1. */
  float rate(int epoch) {
    double fallen = 0.5 - 0.5 * StrictMath.cos(Math.PI * (epoch - 1) / epochs);
    return (float) (learningRate - fallen * (learningRate - finalLearningRate));
  }
}
