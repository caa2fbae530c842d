package shelfcast.lstm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.DoubleUnaryOperator;
import org.ojalgo.function.constant.PrimitiveMath;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R032Store;
import org.ojalgo.matrix.store.R064Store;

/**
 * The network once more, in double precision and ojAlgo's own algebra, one window and one step at a
 * time: an independent oracle, slow and plain. Gradients by central differences.
 */
final class Reference {

  private static final double NUDGE = 1e-5;

  private final Architecture shape;
  private final SequencedMap<String, R064Store> parameters = new LinkedHashMap<>();

  Reference(Network network) {
    shape = network.architecture();
    network
        .parameters()
        .forEach((name, store) -> parameters.put(name, R064Store.FACTORY.copy(store)));
  }

  /** The outputs [O x T] of one window. */
  R064Store outputs(Sequences data, int start) {
    R064Store result = R064Store.FACTORY.make(shape.outputs(), data.steps());
    R064Store[] hidden = zeroStates();
    R064Store[] cells = zeroStates();
    for (int step = 0; step < data.steps(); step++) {
      R064Store x = R064Store.FACTORY.make(shape.inputs(), 1);
      for (int feature = 0; feature < shape.inputs(); feature++) {
        x.set(feature, 0, data.inputs()[(start + step) * shape.inputs() + feature]);
      }
      for (int layer = 0; layer < shape.layers(); layer++) {
        advance(layer, x, hidden, cells);
        x = hidden[layer];
      }
      MatrixStore<Double> y =
          parameters.get("dense.weight").multiply(x).add(parameters.get("dense.bias"));
      result.fillColumn(step, y);
    }
    return result;
  }

  private R064Store[] zeroStates() {
    R064Store[] states = new R064Store[shape.layers()];
    for (int layer = 0; layer < states.length; layer++) {
      states[layer] = R064Store.FACTORY.make(shape.hidden(), 1);
    }
    return states;
  }

  private void advance(int layer, R064Store x, R064Store[] hidden, R064Store[] cells) {
    MatrixStore<Double> sums =
        parameters
            .get("lstm.weight_ih_l" + layer)
            .multiply(x)
            .add(parameters.get("lstm.bias_ih_l" + layer))
            .add(parameters.get("lstm.weight_hh_l" + layer).multiply(hidden[layer]))
            .add(parameters.get("lstm.bias_hh_l" + layer));
    R064Store i = gate(sums, 0, Reference::sigmoid);
    R064Store f = gate(sums, 1, Reference::sigmoid);
    R064Store g = gate(sums, 2, Math::tanh);
    R064Store o = gate(sums, 3, Reference::sigmoid);
    R064Store kept = R064Store.FACTORY.copy(cells[layer]);
    kept.modifyMatching(PrimitiveMath.MULTIPLY, f);
    i.modifyMatching(PrimitiveMath.MULTIPLY, g);
    cells[layer] = R064Store.FACTORY.copy(kept.add(i));
    R064Store squashed = R064Store.FACTORY.copy(cells[layer]);
    squashed.modifyAll(PrimitiveMath.TANH);
    o.modifyMatching(PrimitiveMath.MULTIPLY, squashed);
    hidden[layer] = o;
  }

  private R064Store gate(MatrixStore<Double> sums, int number, DoubleUnaryOperator activation) {
    R064Store gate = R064Store.FACTORY.make(shape.hidden(), 1);
    for (int unit = 0; unit < shape.hidden(); unit++) {
      double sum = sums.doubleValue((long) shape.hidden() * number + unit, 0);
      gate.set(unit, 0, activation.applyAsDouble(sum));
    }
    return gate;
  }

  private static double sigmoid(double sum) {
    return 1 / (1 + Math.exp(-sum));
  }

  /** The weighted mean loss over all windows. */
  double loss(Sequences data, Loss loss, float[] stepWeights) {
    double sum = 0;
    double weights = 0;
    for (int start : data.starts()) {
      R064Store outputs = outputs(data, start);
      for (int step = 0; step < data.steps(); step++) {
        double weight = (double) stepWeights[step] * data.weights()[start + step];
        for (int output = 0; output < shape.outputs(); output++) {
          double target = data.targets()[(start + step) * shape.outputs() + output];
          weights += weight;
          if (weight > 0) {
            sum += weight * value(loss, outputs.doubleValue(output, step) - target);
          }
        }
      }
    }
    return sum / weights;
  }

  private static double value(Loss loss, double error) {
    return switch (loss) {
      case Loss.MeanSquared() -> error * error;
      case Loss.Huber(float delta) ->
          Math.abs(error) <= delta ? 0.5 * error * error : delta * (Math.abs(error) - 0.5 * delta);
    };
  }

  /** The loss's derivative by every parameter: (L(p + ε) - L(p - ε)) / 2ε. */
  Map<String, R032Store> gradient(Sequences data, Loss loss, float[] stepWeights) {
    Map<String, R032Store> gradients = new LinkedHashMap<>();
    parameters.forEach((name, store) -> {
      R032Store gradient = Columns.zeros(store.getRowDim(), store.getColDim());
      for (int i = 0; i < store.data.length; i++) {
        double value = store.data[i];
        store.data[i] = value + NUDGE;
        double above = loss(data, loss, stepWeights);
        store.data[i] = value - NUDGE;
        double below = loss(data, loss, stepWeights);
        store.data[i] = value;
        gradient.data[i] = (float) ((above - below) / (2 * NUDGE));
      }
      gradients.put(name, gradient);
    });
    return gradients;
  }
}
