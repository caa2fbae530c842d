package shelfcast.lstm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Holds forward, backward and the optimiser against what PyTorch computed; see make_fixtures.py.
 */
class PytorchTest {

  private static final Fixture TRAINING = Fixture.read("training");

  private final Sequences batch = Fixture.batch();

  private Options options(Loss loss) {
    return new Options(batch.steps()).loss(loss, TRAINING.rows("step_weights"));
  }

  @Test
  void outputsAreThose() {
    Network network = Fixture.network();
    int windows = batch.starts().length;
    Pass pass = new Pass(network.architecture(), batch.steps(), windows);
    Columns y =
        pass.forward(
            Kernels.plain(), Layers.of(network.values()), batch, Visits.inOrder(windows), 0);
    float[] expected = TRAINING.rows("outputs");
    float[] actual = new float[expected.length];
    for (int row = 0; row < batch.rows(); row++) {
      int column = row % batch.steps() * windows + row / batch.steps();
      System.arraycopy(y.array(), y.at(column), actual, row * y.rows(), y.rows());
    }
    Numbers.assertClose("outputs", expected, actual, 1e-5, 1e-6);
  }

  @Test
  void lossAndGradientsOfTheSquaredErrorAreThose() {
    Learning learning =
        Learning.of(
            Fixture.network(), batch, options(new Loss.MeanSquared()).get(), Kernels.plain());
    assertEquals(TRAINING.rows("losses")[0], learning.loss(), 1e-6);
    Numbers.assertClose(TRAINING.under("gradient."), learning.gradients(), 1e-4, 1e-7);
  }

  @Test
  void lossAndGradientsOfHuberAreThose() {
    FitOptions huber = options(new Loss.Huber(0.5f)).get();
    Learning learning = Learning.of(Fixture.network(), batch, huber, Kernels.plain());
    assertEquals(TRAINING.rows("huber_loss")[0], learning.loss(), 1e-6);
    Numbers.assertClose(TRAINING.under("huber_gradient."), learning.gradients(), 1e-4, 1e-7);
  }

  @Test
  void oneStepOfAdamWithClippedGradientsIsThat() {
    Numbers.assertClose(TRAINING.under("after_1."), train(1).network().parameters(), 1e-5, 1e-6);
  }

  @Test
  void tenStepsOfAdamWithClippedGradientsAreThose() {
    Fit fit = train(10);
    Numbers.assertClose(TRAINING.under("after_10."), fit.network().parameters(), 1e-4, 1e-5);
    float[] losses = TRAINING.rows("losses");
    for (int step = 0; step < losses.length; step++) {
      assertEquals(losses[step], fit.history().get(step).training(), 1e-5 * losses[step]);
    }
  }

  private Fit train(int steps) {
    FitOptions clipped =
        options(new Loss.MeanSquared())
            .epochs(steps)
            .learningRate(0.01f, 0.01f)
            .clipNorm(0.05f)
            .batches(batch.starts().length, 0)
            .get();
    return Trainer.fit(Fixture.network(), batch, Optional.empty(), clipped, epoch -> {});
  }

  @Test
  void predictionsFromTheSameFileAreThose() {
    Network network = Network.of(new Architecture(2, 32, 1, 1), Fixture.read("next_day").tensors());
    Fixture predictions = Fixture.read("predictions");
    predictionsAreThose(network, predictions, "single", 1);
    predictionsAreThose(network, predictions, "window", 14);
  }

  private static void predictionsAreThose(
      Network network, Fixture predictions, String name, int steps) {
    Predictor predictor = network.predictor();
    float[] inputs = predictions.rows(name);
    float[] expected = predictions.rows(name + "_output");
    float[] actual = new float[expected.length];
    float[] window = new float[2 * steps];
    float[] output = new float[1];
    for (int i = 0; i < expected.length; i++) {
      System.arraycopy(inputs, i * window.length, window, 0, window.length);
      predictor.predict(window, steps, output);
      actual[i] = output[0];
    }
    Numbers.assertClose(name, expected, actual, 1e-4, 0);
  }

  @Test
  void writesTheVeryBytesThatPythonWrites() {
    for (String name : new String[] {"network", "next_day"}) {
      Fixture fixture = Fixture.read(name);
      assertArrayEquals(
          Fixture.bytes(name), Safetensors.write(fixture.tensors(), fixture.metadata()), name);
    }
  }
}
