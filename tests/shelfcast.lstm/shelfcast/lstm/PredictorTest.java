package shelfcast.lstm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** The predictor's own behaviour; PytorchTest holds its numbers. */
class PredictorTest {

  private final Predictor predictor = Fixture.network().predictor();

  @Test
  void everyCallStartsFromAZeroState() {
    float[] first = new float[2];
    float[] again = new float[2];
    predictor.predict(new float[] {1, -1, 2}, 1, first);
    predictor.predict(new float[] {3, 3, 3, 3, 3, 3}, 2, new float[2]);
    predictor.predict(new float[] {1, -1, 2}, 1, again);
    assertArrayEquals(first, again);
  }

  @Test
  void givesTheBitsOfTraining() {
    Network network = Fixture.network();
    Sequences batch = Fixture.batch();
    int windows = batch.starts().length;
    Pass pass = new Pass(network.architecture(), batch.steps(), windows);
    int[] order = Visits.inOrder(windows);
    Columns y = pass.forward(Kernels.plain(), Layers.of(network.values()), batch, order, 0);
    float[] window = new float[batch.steps() * batch.features()];
    float[] output = new float[2];
    for (int i = 0; i < windows; i++) {
      System.arraycopy(batch.inputs(), i * window.length, window, 0, window.length);
      predictor.predict(window, batch.steps(), output);
      int at = y.at((batch.steps() - 1) * windows + i);
      assertEquals(y.array()[at], output[0]);
      assertEquals(y.array()[at + 1], output[1]);
    }
  }

  @Test
  void arraysThatAreTooShortAreRefusedWithTheirLengths() {
    assertEquals(
        "predict: 2 steps of 3 inputs do not fit a window of 5 numbers",
        assertThrows(
                IllegalArgumentException.class,
                () -> predictor.predict(new float[5], 2, new float[2]))
            .getMessage());
    assertEquals(
        "predict: 0 steps of 3 inputs do not fit a window of 5 numbers",
        assertThrows(
                IllegalArgumentException.class,
                () -> predictor.predict(new float[5], 0, new float[2]))
            .getMessage());
    assertEquals(
        "predict: 2 outputs do not fit an array of 1",
        assertThrows(
                IllegalArgumentException.class,
                () -> predictor.predict(new float[3], 1, new float[1]))
            .getMessage());
  }
}
