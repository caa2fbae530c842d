package shelfcast.lstm;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A task that only recurrent weights solve: 14 random signs come one by one, and the first of them
 * is to be told at each of the last steps. A cell whose gates see the current input only cannot
 * tell the first sign from those after it: at best it tells their mean, whose squared error is near
 * 1.
 */
class MemoryTest {

  private static final int STEPS = 14;
  private static final int WINDOWS = 512;
  private static final int BATCH = 32;
  private static final int EPOCHS = 40;

  @Test
  void recurrentWeightsLearnToRemember() {
    double loss = lossAfterTraining(true);
    assertTrue(loss < 0.1, "squared error on windows never seen: " + loss);
  }

  @Test
  void withRecurrentWeightsFrozenAtZeroNothingIsLearnt() {
    double loss = lossAfterTraining(false);
    assertTrue(loss > 0.7, "squared error on windows never seen: " + loss);
  }

  private static double lossAfterTraining(boolean recurrent) {
    Architecture shape = new Architecture(1, 16, 1, 1);
    Network network = Network.initial(shape, 1);
    float[] weights = network.parameters().get("lstm.weight_hh_l0").data;
    Arrays.fill(weights, 0f);
    float[][] parameters = network.values().arrays();
    int frozen = List.copyOf(network.parameters().keySet()).indexOf("lstm.weight_hh_l0");
    FitOptions options = new Options(STEPS).get();
    Sequences task = task(1);
    Visits visits = new Visits(WINDOWS, 0, 1);
    Adam adam = new Adam(shape);
    try (Crew crew = new Crew(1)) {
      Batches batches = new Batches(shape, network.values(), Kernels.plain(), crew, options);
      for (int epoch = 0; epoch < EPOCHS; epoch++) {
        int[] order = visits.next();
        for (int from = 0; from < WINDOWS; from += BATCH) {
          batches.learn(task, order, from, BATCH, batches.weight(task, order, from, BATCH));
          float[][] gradients = batches.gradients();
          if (!recurrent) {
            Arrays.fill(gradients[frozen], 0f);
          }
          GradientNorm.clip(gradients, GradientNorm.of(gradients), 1f);
          adam.step(parameters, gradients, 0.01f);
        }
      }
    }
    return Learning.of(network, task(2), options, Kernels.plain()).loss();
  }

  private static Sequences task(long seed) {
    SplitMix64 random = new SplitMix64(seed);
    int rows = WINDOWS * STEPS;
    float[] inputs = new float[rows];
    float[] targets = new float[rows];
    float[] weights = new float[rows];
    int[] starts = new int[WINDOWS];
    for (int window = 0; window < WINDOWS; window++) {
      starts[window] = window * STEPS;
      for (int row = starts[window]; row < starts[window] + STEPS; row++) {
        inputs[row] = random.nextInt(2) == 0 ? -1 : 1;
        targets[row] = inputs[starts[window]];
        weights[row] = row - starts[window] >= STEPS - 4 ? 1 : 0;
      }
    }
    return new Sequences(inputs, 1, targets, weights, starts, STEPS);
  }
}
