package shelfcast.lstm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs a network forward on one window at a time. Allocates nothing after it is made; holds
 * buffers, so every thread needs its own.
 */
public final class Predictor {

  private final Architecture architecture;
  private final Kernels kernels;
  private final List<LstmLayer> layers = new ArrayList<>();
  private final List<LstmActivations> activations = new ArrayList<>();
  private final List<Columns> inputs = new ArrayList<>();
  private final DenseLayer dense;
  private final Columns top;
  private final Columns result;

  Predictor(Architecture architecture, Parameters parameters, Kernels kernels) {
    this.architecture = architecture;
    this.kernels = kernels;
    Columns below = Columns.all(Columns.zeros(architecture.inputs(), 1));
    for (LstmParameters each : parameters.lstm()) {
      LstmActivations state = LstmActivations.of(architecture.hidden(), 1, 1);
      layers.add(new LstmLayer(each));
      activations.add(state);
      inputs.add(below);
      below = state.outputs();
    }
    top = below;
    dense = new DenseLayer(parameters.dense());
    result = Columns.all(Columns.zeros(architecture.outputs(), 1));
  }

  /**
   * Writes the outputs after the last step, starting from a zero state.
   *
   * @param window steps x inputs numbers, step by step; what follows them is ignored
   * @param steps number of steps, at least 1
   * @param output receives the outputs at 0 … outputs-1
   * @throws IllegalArgumentException if an array is too short or there is no step
   */
  public void predict(float[] window, int steps, float[] output) {
    int features = architecture.inputs();
    if (steps < 1 || window.length / features < steps) {
      throw new IllegalArgumentException(
          "predict: %d steps of %d inputs do not fit a window of %d numbers"
              .formatted(steps, features, window.length));
    }
    if (output.length < architecture.outputs()) {
      throw new IllegalArgumentException(
          "predict: %d outputs do not fit an array of %d"
              .formatted(architecture.outputs(), output.length));
    }
    for (LstmActivations each : activations) {
      Arrays.fill(each.hidden().all().array(), 0f);
      Arrays.fill(each.cells().all().array(), 0f);
    }
    for (int step = 0; step < steps; step++) {
      System.arraycopy(window, step * features, inputs.getFirst().array(), 0, features);
      advance();
    }
    dense.forward(kernels, top, result);
    System.arraycopy(result.array(), 0, output, 0, architecture.outputs());
  }

  /** One step of every layer; the state after it becomes the state before the next. */
  private void advance() {
    int units = architecture.hidden();
    for (int layer = 0; layer < layers.size(); layer++) {
      LstmActivations state = activations.get(layer);
      layers.get(layer).forward(kernels, inputs.get(layer), state);
      float[] hidden = state.hidden().all().array();
      float[] cells = state.cells().all().array();
      System.arraycopy(hidden, units, hidden, 0, units);
      System.arraycopy(cells, units, cells, 0, units);
    }
  }
}
