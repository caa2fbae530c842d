package shelfcast.lstm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Same arguments, same bits. */
class ReproducibilityTest {

  private static final int STEPS = 6;
  private static final Sequences DATA = data();

  private static Options options() {
    return new Options(STEPS).epochs(4).batches(70, 90).learningRate(0.01f, 0f);
  }

  private static Sequences data() {
    SplitMix64 random = new SplitMix64(11);
    float[] inputs = new float[3 * 150];
    float[] targets = new float[150];
    float[] weights = new float[150];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = random.nextFloat(1f);
    }
    for (int row = 0; row < targets.length; row++) {
      targets[row] = inputs[3 * row] * inputs[3 * row + 1];
      weights[row] = 1;
    }
    return new Sequences(inputs, 3, targets, weights, Visits.inOrder(140), STEPS);
  }

  private static Fit fit(FitOptions options) {
    Network initial = Network.initial(new Architecture(3, 7, 2, 1), options.seed());
    return Trainer.fit(initial, DATA, Optional.of(DATA), options, epoch -> {});
  }

  /** Uses that many threads even though so small a batch does not pay for them. */
  private static Fit fitWithCrewOf(int threads) {
    FitOptions options = options().get();
    Network initial = Network.initial(new Architecture(3, 7, 2, 1), options.seed());
    try (Crew crew = new Crew(threads)) {
      return new TrainingRun(initial, DATA, Optional.of(DATA), options, Kernels.best(), crew)
          .run(epoch -> {});
    }
  }

  private static byte[] bytes(FitOptions options) {
    return Safetensors.write(fit(options).network().parameters(), Map.of());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void anyNumberOfThreadsGivesTheBitsOfOne(int threads) {
    Fit one = fit(options().get());
    Fit many = fitWithCrewOf(threads);
    assertEquals(one.history(), many.history());
    assertArrayEquals(
        Safetensors.write(one.network().parameters(), Map.of()),
        Safetensors.write(many.network().parameters(), Map.of()));
  }

  @Test
  void theSeedDecidesTheBytes() {
    assertArrayEquals(bytes(options().get()), bytes(options().get()));
    assertFalse(Arrays.equals(bytes(options().get()), bytes(options().seed(2).get())));
  }

  @Test
  void theSeedOfTheShufflingAloneChangesTheBytes() {
    Network initial = Network.initial(new Architecture(3, 7, 2, 1), 1);
    Fit first = Trainer.fit(initial, DATA, Optional.empty(), options().get(), epoch -> {});
    Fit second = Trainer.fit(initial, DATA, Optional.empty(), options().seed(2).get(), epoch -> {});
    assertFalse(first.history().equals(second.history()));
  }

  @Test
  void stoppingAfterSomeEpochsIsTheBeginningOfTheWholeTraining() {
    Fit whole = fit(options().get());
    Fit part = fit(options().stopAfter(3).get());
    assertEquals(whole.history().subList(0, 3), part.history());
    assertEquals(3, part.bestEpoch());
  }

  @Test
  void theInitialNetworkIsNotChanged() {
    Network initial = Network.initial(new Architecture(3, 7, 2, 1), 1);
    byte[] before = Safetensors.write(initial.parameters(), Map.of());
    Trainer.fit(initial, DATA, Optional.empty(), options().get(), epoch -> {});
    assertArrayEquals(before, Safetensors.write(initial.parameters(), Map.of()));
  }
}
