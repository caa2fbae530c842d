package shelfcast.lstm;

import java.util.Arrays;
import java.util.Optional;
import org.ojalgo.matrix.store.R032Store;

/**
 * One LSTM layer (Hochreiter and Schmidhuber 1997, with forget gates as Gers et al. 2000), forward
 * and backward side by side; T steps, B windows, F inputs, H units:
 *
 * <pre>
 * (i f g o) = W_ih x_t + b_ih + W_hh h_(t-1) + b_hh      i, f, o through sigmoid, g through tanh
 * c_t = f c_(t-1) + i g                                  h_t = o tanh(c_t)
 * </pre>
 */
final class LstmLayer {

  private final LstmParameters parameters;
  private final R032Store weightIhTransposed;
  private final R032Store weightHhTransposed;

  LstmLayer(LstmParameters parameters) {
    this.parameters = parameters;
    weightIhTransposed = Columns.zeros(parameters.inputs(), 4 * parameters.hidden());
    weightHhTransposed = Columns.zeros(parameters.hidden(), 4 * parameters.hidden());
  }

  /** Runs T steps from the state in block 0 of the activations; x is [F x TB]. */
  void forward(Kernels kernels, Columns x, LstmActivations to) {
    fillWithBias(to.gates().all());
    Products.add(kernels, parameters.weightIh(), x, to.gates().all());
    for (int step = 0; step < to.steps(); step++) {
      Columns gates = to.gates().each().get(step);
      Columns squashed = to.squashed().each().get(step);
      Columns hidden = to.hidden().each().get(step + 1);
      Products.add(kernels, parameters.weightHh(), to.hidden().each().get(step), gates);
      kernels.lstmForward(
          parameters.hidden(),
          0,
          to.windows(),
          gates.array(),
          gates.at(0),
          to.cells().all().array(),
          to.cells().each().get(step).at(0),
          to.cells().each().get(step + 1).at(0),
          squashed.array(),
          squashed.at(0),
          hidden.array(),
          hidden.at(0));
    }
  }

  private void fillWithBias(Columns gates) {
    float[] sums = gates.array();
    float[] first = parameters.biasIh().data;
    float[] second = parameters.biasHh().data;
    int rows = first.length;
    for (int row = 0; row < rows; row++) {
      sums[row] = first[row] + second[row];
    }
    for (int column = 1; column < gates.count(); column++) {
      System.arraycopy(sums, 0, sums, gates.at(column), rows);
    }
  }

  /** Takes in changed weights; to be called before {@link #backward}, not while it runs. */
  void refresh() {
    Products.transpose(parameters.weightIh(), weightIhTransposed);
    Products.transpose(parameters.weightHh(), weightHhTransposed);
  }

  /**
   * Goes back through the steps of the latest {@link #forward}.
   *
   * @param x the inputs of the forward pass [F x TB]
   * @param at its activations; the gates are overwritten by the gradients of their sums
   * @param outputGradient gradient of the outputs [H x TB]; the gradients that flow back through
   *     the recurrence are added to it
   * @param gradients the parameters' gradients are added to these
   * @param inputGradient gradient of x [F x TB] is written here, if wanted
   */
  void backward(
      Kernels kernels,
      Columns x,
      LstmActivations at,
      Steps outputGradient,
      LstmParameters gradients,
      Optional<Steps> inputGradient) {
    backThroughTime(kernels, at, outputGradient);
    Columns gates = at.gates().all();
    Products.addOuter(kernels, gates, x, gradients.weightIh());
    Products.addOuter(kernels, gates, at.before(), gradients.weightHh());
    Products.addSums(kernels, gates, gradients.biasIh());
    Products.addSums(kernels, gates, gradients.biasHh());
    if (inputGradient.isPresent()) {
      Columns gradient = inputGradient.get().all();
      Arrays.fill(gradient.array(), 0f);
      Products.add(kernels, weightIhTransposed, gates, gradient);
    }
  }

  private void backThroughTime(Kernels kernels, LstmActivations at, Steps outputGradient) {
    float[] cellGradient = at.cellGradient().data;
    Arrays.fill(cellGradient, 0f);
    for (int step = at.steps() - 1; step >= 0; step--) {
      Columns gates = at.gates().each().get(step);
      Columns cells = at.cells().each().get(step);
      Columns squashed = at.squashed().each().get(step);
      Columns hiddenGradient = outputGradient.each().get(step);
      kernels.lstmBackward(
          parameters.hidden(),
          0,
          at.windows(),
          gates.array(),
          gates.at(0),
          cells.array(),
          cells.at(0),
          squashed.array(),
          squashed.at(0),
          hiddenGradient.array(),
          hiddenGradient.at(0),
          cellGradient,
          0);
      if (step > 0) {
        Products.add(kernels, weightHhTransposed, gates, outputGradient.each().get(step - 1));
      }
    }
  }
}
