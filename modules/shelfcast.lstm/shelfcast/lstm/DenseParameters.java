package shelfcast.lstm;

import org.ojalgo.matrix.store.R032Store;

/**
 * The dense layer's parameters, or their gradients, in the shapes of PyTorch's {@code nn.Linear}.
 *
 * @param weight weights [O x H]
 * @param bias bias [O x 1]
 */
record DenseParameters(R032Store weight, R032Store bias) {

  static DenseParameters zeros(int inputs, int outputs) {
    return new DenseParameters(Columns.zeros(outputs, inputs), Columns.zeros(outputs, 1));
  }

  int inputs() {
    return weight.getColDim();
  }

  int outputs() {
    return weight.getRowDim();
  }
}
