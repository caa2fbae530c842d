package shelfcast.lstm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Buffers for a fixed number of windows on their way through all layers and back. */
final class Pass {

  private final int steps;
  private final int windows;
  private final List<Columns> inputs = new ArrayList<>();
  private final List<LstmActivations> activations = new ArrayList<>();
  private final List<Steps> outputGradients = new ArrayList<>();
  private final List<Optional<Steps>> inputGradients = new ArrayList<>();
  private final Columns result;
  private final Columns resultGradient;

  Pass(Architecture shape, int steps, int windows) {
    this.steps = steps;
    this.windows = windows;
    int columns = steps * windows;
    Columns below = Columns.all(Columns.zeros(shape.inputs(), columns));
    Optional<Steps> gradientBelow = Optional.empty();
    for (int layer = 0; layer < shape.layers(); layer++) {
      LstmActivations each = LstmActivations.of(shape.hidden(), steps, windows);
      Steps gradient = Steps.zeros(shape.hidden(), steps, windows);
      inputs.add(below);
      inputGradients.add(gradientBelow);
      activations.add(each);
      outputGradients.add(gradient);
      below = each.outputs();
      gradientBelow = Optional.of(gradient);
    }
    result = Columns.all(Columns.zeros(shape.outputs(), columns));
    resultGradient = Columns.all(Columns.zeros(shape.outputs(), columns));
  }

  /** Whether these are buffers for so many steps and windows. */
  boolean fits(int steps, int windows) {
    return this.steps == steps && this.windows == windows;
  }

  /** The network's outputs [O x TB] for the windows {@code order[from]} and on. */
  Columns forward(Kernels kernels, Layers layers, Sequences data, int[] order, int from) {
    gather(data, order, from);
    for (int layer = 0; layer < activations.size(); layer++) {
      layers.lstm().get(layer).forward(kernels, inputs.get(layer), activations.get(layer));
    }
    layers.dense().forward(kernels, activations.getLast().outputs(), result);
    return result;
  }

  private void gather(Sequences data, int[] order, int from) {
    Columns x = inputs.getFirst();
    int features = data.features();
    for (int window = 0; window < windows; window++) {
      int start = data.starts()[order[from + window]];
      for (int step = 0; step < steps; step++) {
        System.arraycopy(
            data.inputs(),
            (start + step) * features,
            x.array(),
            x.at(step * windows + window),
            features);
      }
    }
  }

  /**
   * The weighted sum of the losses after {@link #forward} with the same windows; leaves the
   * gradient of {@code scale} times that sum for {@link #backward}.
   */
  double loss(Loss loss, float[] stepWeights, Sequences data, int[] order, int from, float scale) {
    double sum = 0;
    for (int step = 0; step < steps; step++) {
      for (int window = 0; window < windows; window++) {
        int row = data.starts()[order[from + window]] + step;
        float weight = stepWeights[step] * data.weights()[row];
        sum += loss(loss, data, row, weight, scale, result.at(step * windows + window));
      }
    }
    return sum;
  }

  private double loss(Loss loss, Sequences data, int row, float weight, float scale, int at) {
    double sum = 0;
    int outputs = result.rows();
    for (int output = 0; output < outputs; output++) {
      float slope = 0;
      if (weight > 0) {
        float error = result.array()[at + output] - data.targets()[row * outputs + output];
        sum += weight * (double) loss.value(error);
        slope = weight * scale * loss.slope(error);
      }
      resultGradient.array()[at + output] = slope;
    }
    return sum;
  }

  /** Adds the parameters' gradients to {@code gradients}. */
  void backward(Kernels kernels, Layers layers, Parameters gradients) {
    layers
        .dense()
        .backward(
            kernels,
            activations.getLast().outputs(),
            resultGradient,
            gradients.dense(),
            outputGradients.getLast().all());
    for (int layer = activations.size() - 1; layer >= 0; layer--) {
      layers
          .lstm()
          .get(layer)
          .backward(
              kernels,
              inputs.get(layer),
              activations.get(layer),
              outputGradients.get(layer),
              gradients.lstm().get(layer),
              inputGradients.get(layer));
    }
  }
}
