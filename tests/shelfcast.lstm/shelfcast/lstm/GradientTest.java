package shelfcast.lstm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Backpropagation against finite differences of the double-precision {@link Reference}. */
class GradientTest {

  private static final int STEPS = 7;
  private static final float[] STEP_WEIGHTS = {2f, 0f, 1f, 1f, 0.5f, 1f, 3f};

  /** Overlapping windows, one row masked, more windows than one shard takes. */
  private static Sequences data(Architecture shape) {
    SplitMix64 random = new SplitMix64(3);
    int rows = 30;
    float[] inputs = new float[rows * shape.inputs()];
    float[] targets = new float[rows * shape.outputs()];
    float[] weights = new float[rows];
    fill(inputs, random);
    fill(targets, random);
    for (int row = 0; row < rows; row++) {
      weights[row] = 1 + random.nextFloat(0.5f);
    }
    weights[9] = 0;
    targets[9 * shape.outputs()] = Float.NaN;
    int[] starts = new int[17];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = i;
    }
    return new Sequences(inputs, shape.inputs(), targets, weights, starts, STEPS);
  }

  private static void fill(float[] values, SplitMix64 random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat(1.5f);
    }
  }

  @ParameterizedTest(name = "{0} inputs, {1} units, {2} layers, {3} outputs")
  @CsvSource({"1, 1, 1, 1", "2, 5, 1, 1", "3, 4, 2, 2", "2, 3, 3, 1"})
  void everyParametersGradientIsTheDifferenceQuotient(
      int inputs, int hidden, int layers, int outputs) {
    Architecture shape = new Architecture(inputs, hidden, layers, outputs);
    everyGradientIsTheDifferenceQuotient(shape, new Loss.MeanSquared());
    everyGradientIsTheDifferenceQuotient(shape, new Loss.Huber(0.4f));
  }

  private static void everyGradientIsTheDifferenceQuotient(Architecture shape, Loss loss) {
    Sequences data = data(shape);
    Network network = Network.initial(shape, 5);
    FitOptions options = new Options(STEPS).loss(loss, STEP_WEIGHTS).get();
    Learning learning = Learning.of(network, data, options, Kernels.plain());
    Reference reference = new Reference(network);
    assertEquals(reference.loss(data, loss, STEP_WEIGHTS), learning.loss(), 1e-6);
    Numbers.assertClose(
        reference.gradient(data, loss, STEP_WEIGHTS), learning.gradients(), 1e-4, 1e-6);
  }

  @Test
  void theReferenceItselfGivesPytorchsOutputs() {
    Fixture training = Fixture.read("training");
    Sequences batch = Fixture.batch();
    Reference reference = new Reference(Fixture.network());
    float[] expected = training.rows("outputs");
    float[] actual = new float[expected.length];
    int at = 0;
    for (int start : batch.starts()) {
      // Column-major [O x T] is the fixture's order: the outputs of one step side by side.
      for (double value : reference.outputs(batch, start).data) {
        actual[at++] = (float) value;
      }
    }
    Numbers.assertClose("outputs", expected, actual, 1e-5, 1e-6);
  }

  @Test
  void theReferenceItselfGivesPytorchsGradients() {
    Fixture training = Fixture.read("training");
    Numbers.assertClose(
        training.under("gradient."),
        new Reference(Fixture.network())
            .gradient(Fixture.batch(), new Loss.MeanSquared(), training.rows("step_weights")),
        1e-4,
        1e-7);
  }
}
