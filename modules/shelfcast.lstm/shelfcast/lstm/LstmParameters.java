package shelfcast.lstm;

import org.ojalgo.matrix.store.R032Store;

/**
 * One LSTM layer's parameters, or their gradients, in the shapes of PyTorch's {@code nn.LSTM}; the
 * 4H rows are the input, forget, cell and output gate's, in this order.
 *
 * @param weightIh weights of the inputs [4H x F]
 * @param weightHh weights of the previous hidden state [4H x H]
 * @param biasIh first bias [4H x 1]
 * @param biasHh second bias [4H x 1]; adds nothing to the first, kept for PyTorch
 */
record LstmParameters(R032Store weightIh, R032Store weightHh, R032Store biasIh, R032Store biasHh) {

  static LstmParameters zeros(int inputs, int hidden) {
    return new LstmParameters(
        Columns.zeros(4 * hidden, inputs),
        Columns.zeros(4 * hidden, hidden),
        Columns.zeros(4 * hidden, 1),
        Columns.zeros(4 * hidden, 1));
  }

  int inputs() {
    return weightIh.getColDim();
  }

  int hidden() {
    return weightHh.getColDim();
  }
}
