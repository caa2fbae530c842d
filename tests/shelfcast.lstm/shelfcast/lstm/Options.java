package shelfcast.lstm;

import java.util.Arrays;

/**
 * Builds fit options for tests. What a test does not set: 100 epochs over all windows in batches of
 * 32 at a constant rate of 0.001, the norm clipped to 1, no early stopping, seed 1, one thread,
 * squared errors, all steps alike.
 */
final class Options {

  private int epochs = 100;
  private int stopAfter = 100;
  private float firstRate = 0.001f;
  private float lastRate = 0.001f;
  private int batchSize = 32;
  private int windowsPerEpoch;
  private float clipNorm = 1f;
  private int patience;
  private long seed = 1;
  private int threads = 1;
  private Loss loss = new Loss.MeanSquared();
  private float[] stepWeights;

  Options(int steps) {
    stepWeights = new float[steps];
    Arrays.fill(stepWeights, 1f);
  }

  /** All of so many epochs are run. */
  Options epochs(int count) {
    epochs = count;
    stopAfter = count;
    return this;
  }

  Options stopAfter(int count) {
    stopAfter = count;
    return this;
  }

  Options batches(int size, int windowsInEpoch) {
    batchSize = size;
    windowsPerEpoch = windowsInEpoch;
    return this;
  }

  Options learningRate(float first, float last) {
    firstRate = first;
    lastRate = last;
    return this;
  }

  Options clipNorm(float norm) {
    clipNorm = norm;
    return this;
  }

  Options patience(int count) {
    patience = count;
    return this;
  }

  Options seed(long number) {
    seed = number;
    return this;
  }

  Options threads(int count) {
    threads = count;
    return this;
  }

  Options loss(Loss other, float... weights) {
    loss = other;
    stepWeights = weights;
    return this;
  }

  FitOptions get() {
    return new FitOptions(
        new Schedule(epochs, stopAfter, firstRate, lastRate),
        batchSize,
        windowsPerEpoch,
        clipNorm,
        patience,
        seed,
        threads,
        loss,
        stepWeights);
  }
}
