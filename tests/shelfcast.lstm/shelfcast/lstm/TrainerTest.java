package shelfcast.lstm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ojalgo.matrix.store.R032Store;

/** Early stopping, schedules, masks, divergence and arguments of {@link Trainer}. */
class TrainerTest {

  private static final int STEPS = 4;
  private static final Architecture SHAPE = new Architecture(1, 4, 1, 1);

  private static Options options() {
    return new Options(STEPS).epochs(30).learningRate(0.05f, 0.05f);
  }

  /** Rows whose target is a multiple of the input. */
  private static Sequences data(int rows, float slope) {
    float[] inputs = new float[rows];
    float[] targets = new float[rows];
    float[] weights = new float[rows];
    SplitMix64 random = new SplitMix64(1);
    for (int row = 0; row < rows; row++) {
      inputs[row] = random.nextFloat(1f);
      targets[row] = slope * inputs[row];
      weights[row] = 1;
    }
    return new Sequences(inputs, 1, targets, weights, Visits.inOrder(rows - STEPS + 1), STEPS);
  }

  private static Fit fit(Sequences train, Optional<Sequences> validation, FitOptions options) {
    return Trainer.fit(Network.initial(SHAPE, 1), train, validation, options, epoch -> {});
  }

  @Test
  void earlyStoppingGivesBackTheBestEpochsWeights() {
    // The better it learns y = 0.8 x, the worse it does on y = 0.2 x, after a while.
    Sequences other = data(40, 0.2f);
    Fit stopped = fit(data(60, 0.8f), Optional.of(other), options().patience(3).get());
    List<EpochLoss> history = stopped.history();
    int best = stopped.bestEpoch();
    assertTrue(best > 1 && best + 3 < 30, "best epoch " + best);
    assertEquals(best + 3, history.size());
    double least = history.stream().mapToDouble(EpochLoss::watched).min().orElseThrow();
    assertEquals(least, history.get(best - 1).watched());
    assertEquals(
        least,
        Learning.of(stopped.network(), other, options().get(), Kernels.plain()).loss(),
        1e-9);
  }

  @Test
  void withoutPatienceAllEpochsRunAndTheLastWeightsStay() {
    Sequences other = data(40, 0.2f);
    Fit fit = fit(data(60, 0.8f), Optional.of(other), options().get());
    assertEquals(30, fit.history().size());
    assertEquals(30, fit.bestEpoch());
    assertEquals(
        fit.history().getLast().watched(),
        Learning.of(fit.network(), other, options().get(), Kernels.plain()).loss(),
        1e-9);
  }

  @Test
  void theLearningRateFallsAlongHalfACosine() {
    List<Float> rates = new ArrayList<>();
    FitOptions decaying = options().epochs(4).learningRate(0.1f, 0.02f).get();
    Trainer.fit(
        Network.initial(SHAPE, 1),
        data(20, 1f),
        Optional.empty(),
        decaying,
        epoch -> rates.add(epoch.learningRate()));
    assertEquals(4, rates.size());
    assertEquals(0.1, rates.get(0), 1e-8);
    assertEquals(0.06 + 0.04 * Math.sqrt(0.5), rates.get(1), 1e-8);
    assertEquals(0.06, rates.get(2), 1e-8);
    assertEquals(0.06 - 0.04 * Math.sqrt(0.5), rates.get(3), 1e-8);
  }

  @Test
  void anEpochOfFewWindowsGoesOnWhereTheLastEnded() {
    Visits visits = new Visits(10, 4, 1);
    List<Integer> seen = new ArrayList<>();
    for (int epoch = 0; epoch < 5; epoch++) {
      Arrays.stream(visits.next()).forEach(seen::add);
    }
    List<Integer> all = Arrays.stream(Visits.inOrder(10)).boxed().toList();
    assertEquals(all, seen.subList(0, 10).stream().sorted().toList());
    assertEquals(all, seen.subList(10, 20).stream().sorted().toList());
  }

  @Test
  void whatARowOfWeightZeroHoldsAsTargetDoesNotMatter() {
    Sequences clean = data(30, 0.5f);
    clean.weights()[7] = 0;
    float[] targets = clean.targets().clone();
    targets[7] = Float.NaN;
    Sequences dirty =
        new Sequences(clean.inputs(), 1, targets, clean.weights(), clean.starts(), STEPS);
    FitOptions few = options().epochs(2).get();
    assertEquals(
        fit(clean, Optional.empty(), few).history(), fit(dirty, Optional.empty(), few).history());
  }

  @Test
  void aBatchWithoutWeightIsPassedOver() {
    Sequences data = data(30, 0.5f);
    Arrays.fill(data.weights(), 10, 30, 0f);
    Fit fit = fit(data, Optional.empty(), options().batches(1, 0).get());
    assertTrue(fit.history().getLast().training() < fit.history().getFirst().training());
  }

  @Test
  void anEpochWithoutWeightIsNeverTheBest() {
    Sequences data = data(30, 0.5f);
    Arrays.fill(data.weights(), 10, 30, 0f);
    FitOptions oneWindow = options().batches(1, 1).patience(30).get();
    Fit fit = fit(data, Optional.empty(), oneWindow);
    assertTrue(fit.history().stream().anyMatch(epoch -> Double.isNaN(epoch.training())));
    assertTrue(Double.isFinite(fit.history().get(fit.bestEpoch() - 1).training()));
  }

  @Test
  void overflowIsReportedWithEpochBatchAndAdvice() {
    Sequences data = data(60, 1f);
    FitOptions wild = options().learningRate(1e30f, 1e30f).clipNorm(0).get();
    DivergedException thrown =
        assertThrows(DivergedException.class, () -> fit(data, Optional.empty(), wild));
    assertEquals(1, thrown.epoch());
    assertEquals(2, thrown.batch());
    assertTrue(
        thrown.getMessage().startsWith("training diverged in epoch 1, batch 2: the loss is "),
        thrown.getMessage());
    assertTrue(
        thrown.getMessage().contains("Lower the learning rate (now 1.0E30)"), thrown.getMessage());
  }

  @Test
  void noMoreThreadsAreUsedThanABatchPaysFor() {
    Architecture shape = new Architecture(1, 512, 1, 1);
    FitOptions eight = options().threads(8).get();
    assertEquals(4, Trainer.threads(shape, data(60, 1f), eight), "a batch of 32 has 4 shards");
    assertEquals(2, Trainer.threads(shape, data(60, 1f), options().threads(2).get()), "allowed");
    assertEquals(1, Trainer.threads(shape, data(10, 1f), eight), "7 windows are one shard");
    assertEquals(1, Trainer.threads(SHAPE, data(60, 1f), eight), "too little work");
    // 64 windows of 4 steps with 64 units: 64 x 4 x (4 x 64 x 65 + 64) = 2.04 x 2^21.
    FitOptions twice = options().threads(8).batches(64, 0).get();
    assertEquals(
        2, Trainer.threads(new Architecture(1, 64, 1, 1), data(80, 1f), twice), "work for 2");
  }

  @Test
  void windowsThatDoNotFitAreRefusedWithTheNumbers() {
    assertRefused(
        "fit: the training windows have 1 features, the network 2 inputs",
        () -> train(new Architecture(2, 4, 1, 1), data(20, 1f), options().get()));
    assertRefused(
        "fit: the training windows have 1 targets a row, the network 3 outputs",
        () -> train(new Architecture(1, 4, 1, 3), data(20, 1f), options().get()));
    assertRefused(
        "fit: the training windows have 4 steps, the options 5 step weights",
        () -> train(SHAPE, data(20, 1f), new Options(5).get()));
    Sequences none = new Sequences(new float[4], 1, new float[4], new float[4], new int[1], STEPS);
    assertRefused(
        "fit: the training windows (1) hold no step with a weight above 0",
        () -> train(SHAPE, none, options().get()));
    assertRefused(
        "fit: the validation windows (1) hold no step with a weight above 0",
        () -> fit(data(20, 1f), Optional.of(none), options().get()));
  }

  private static void train(Architecture shape, Sequences data, FitOptions options) {
    Trainer.fit(Network.initial(shape, 1), data, Optional.empty(), options, epoch -> {});
  }

  @Test
  void argumentsOutOfRangeAreRefusedWithTheirValues() {
    assertRefused(
        "architecture: hidden must be between 1 and 8192, not 0",
        () -> new Architecture(1, 0, 1, 1));
    assertRefused("fit options: epochs must be at least 1, not 0", () -> options().epochs(0).get());
    assertRefused(
        "fit options: stopAfter must be between 1 and epochs (30), not 31",
        () -> options().stopAfter(31).get());
    assertRefused(
        "fit options: learningRate must be above 0 and finite, not NaN",
        () -> options().learningRate(Float.NaN, 0).get());
    assertRefused(
        "fit options: threads must be at least 1, not 0", () -> options().threads(0).get());
    assertRefused(
        "fit options: step weights must be finite and at least 0, not -1.0",
        () -> options().loss(new Loss.MeanSquared(), -1f).get());
    assertRefused(
        "Huber loss: delta must be above 0 and finite, not 0.0", () -> new Loss.Huber(0f));
  }

  @Test
  void windowsAreCheckedBeforeAnyTraining() {
    float[] four = {1, 1, 1, 1};
    assertRefused(
        "sequences: window 1 starts at row 2: its 3 steps leave the 4 rows",
        () -> new Sequences(four, 1, four, four, new int[] {1, 2}, 3));
    assertRefused(
        "sequences: 4 weights (one a row) and 2 features need 8 inputs, not 4",
        () -> new Sequences(four, 2, four, four, new int[1], 3));
    float[] broken = {1, 1, Float.NaN, 1};
    assertRefused(
        "sequences: input 0 of row 2 is NaN, not a finite number",
        () -> new Sequences(broken, 1, four, four, new int[1], 3));
    assertRefused(
        "sequences: target 0 of row 2 is NaN, not a finite number",
        () -> new Sequences(four, 1, broken, four, new int[1], 3));
    assertRefused(
        "sequences: the weight of row 2 must be finite and at least 0, not NaN",
        () -> new Sequences(four, 1, four, broken, new int[1], 3));
  }

  @Test
  void parametersAreCheckedWhenANetworkIsMade() {
    Network network = Network.initial(SHAPE, 1);
    Map<String, R032Store> values = new HashMap<>(network.parameters());
    values.put("dense.bias", Columns.zeros(2, 1));
    assertRefused(
        "network: parameter dense.bias must be 1 x 1, not 2 x 1", () -> Network.of(SHAPE, values));
    values.remove("dense.bias");
    assertRefused("network: parameter dense.bias is missing", () -> Network.of(SHAPE, values));
    values.put("dense.bias", Columns.zeros(1, 1));
    values.get("dense.bias").set(0, 0, Double.NaN);
    assertRefused(
        "network: parameter dense.bias holds NaN at row 0, column 0",
        () -> Network.of(SHAPE, values));
    assertRefused(
        "network: unknown parameter bias; " + SHAPE + " has " + network.parameters().keySet(),
        () -> Network.of(SHAPE, Map.of("bias", Columns.zeros(1, 1))));
  }

  private static void assertRefused(String message, Runnable attempt) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, attempt::run).getMessage());
  }
}
