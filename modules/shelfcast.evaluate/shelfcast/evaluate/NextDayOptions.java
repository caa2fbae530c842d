package shelfcast.evaluate;

import java.util.Arrays;
import shelfcast.lstm.FitOptions;
import shelfcast.lstm.Loss;
import shelfcast.lstm.Schedule;

/**
 * How the next-day network is trained.
 *
 * @param window steps of a training window, &gt; 0
 * @param hidden units of the LSTM, &gt; 0
 * @param epochs length of the training, &gt; 0
 * @param earlyStopping whether the number of epochs is chosen on the validation block
 * @param patience epochs without a better validation loss after which training stops, &gt; 0
 * @param batchSize windows of one optimiser step, &gt; 0
 * @param windowsPerEpoch windows an epoch visits at most, so that a large panel does not take
 *     longer than a small network has use for; 0 for all
 * @param learningRate Adam's step size at the beginning; it falls to zero along half a cosine
 * @param clipNorm largest global norm of a gradient; 0 never clips
 * @param loss loss of one error in scaled units
 * @param holdout steps of the tail, &gt; 0
 * @param seed seed of the initial weights and of the shuffling
 * @param threads threads to use at most; the result does not depend on it
 */
public record NextDayOptions(
    int window,
    int hidden,
    int epochs,
    boolean earlyStopping,
    int patience,
    int batchSize,
    int windowsPerEpoch,
    float learningRate,
    float clipNorm,
    Loss loss,
    int holdout,
    long seed,
    int threads) {

  /**
   * The engine's options for a fit that runs {@code stopAfter} epochs of the schedule at most.
   *
   * <p>The first step of a window counts as much as all later ones together: it is the single step
   * from a zero state that {@code /predict} sends, and the later ones teach the recurrence.
   */
  FitOptions fit(int stopAfter, int patienceInForce) {
    float[] stepWeights = new float[window];
    Arrays.fill(stepWeights, 1);
    stepWeights[0] = Math.max(1, window - 1);
    return new FitOptions(
        new Schedule(epochs, stopAfter, learningRate, 0),
        batchSize,
        windowsPerEpoch,
        clipNorm,
        patienceInForce,
        seed,
        threads,
        loss,
        stepWeights);
  }
}
