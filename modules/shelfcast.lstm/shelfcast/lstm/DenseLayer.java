package shelfcast.lstm;

import java.util.Arrays;
import org.ojalgo.matrix.store.R032Store;

/**
 * A dense layer, y = W x + b, forward and backward side by side; N columns, H inputs, O outputs.
 */
final class DenseLayer {

  private final DenseParameters parameters;
  private final R032Store weightTransposed;

  DenseLayer(DenseParameters parameters) {
    this.parameters = parameters;
    weightTransposed = Columns.zeros(parameters.inputs(), parameters.outputs());
  }

  /** Writes y [O x N] for x [H x N]. */
  void forward(Kernels kernels, Columns x, Columns y) {
    float[] bias = parameters.bias().data;
    for (int column = 0; column < y.count(); column++) {
      System.arraycopy(bias, 0, y.array(), y.at(column), bias.length);
    }
    Products.add(kernels, parameters.weight(), x, y);
  }

  /** Takes in changed weights; to be called before {@link #backward}, not while it runs. */
  void refresh() {
    Products.transpose(parameters.weight(), weightTransposed);
  }

  /**
   * Goes back through the layer.
   *
   * @param x the inputs of the forward pass [H x N]
   * @param outputGradient gradient of y [O x N]
   * @param gradients the parameters' gradients are added to these
   * @param inputGradient gradient of x [H x N], the whole of its store, is written here
   */
  void backward(
      Kernels kernels,
      Columns x,
      Columns outputGradient,
      DenseParameters gradients,
      Columns inputGradient) {
    Products.addOuter(kernels, outputGradient, x, gradients.weight());
    Products.addSums(kernels, outputGradient, gradients.bias());
    Arrays.fill(inputGradient.array(), 0f);
    Products.add(kernels, weightTransposed, outputGradient, inputGradient);
  }
}
