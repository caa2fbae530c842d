package shelfcast.lstm;

import org.ojalgo.matrix.store.R032Store;

/**
 * What one LSTM layer keeps of a forward pass for the way back; T steps, B windows, H units.
 *
 * @param gates gates i, f, g, o [4H x TB]; after the backward pass the gradients of their sums
 * @param cells cell states [H x (T+1)B], block 0 before the first step: zero unless set
 * @param squashed tanh of the cell states after each step [H x TB]
 * @param hidden hidden states [H x (T+1)B], block 0 before the first step: zero unless set
 * @param before the hidden states that each step starts from [H x TB], a view
 * @param outputs the hidden states after each step [H x TB], a view: what the layer above sees
 * @param cellGradient the running gradient of the cell state [H x B]
 */
record LstmActivations(
    Steps gates,
    Steps cells,
    Steps squashed,
    Steps hidden,
    Columns before,
    Columns outputs,
    R032Store cellGradient) {

  static LstmActivations of(int units, int steps, int windows) {
    Steps hidden = Steps.zeros(units, steps + 1, windows);
    return new LstmActivations(
        Steps.zeros(4 * units, steps, windows),
        Steps.zeros(units, steps + 1, windows),
        Steps.zeros(units, steps, windows),
        hidden,
        hidden.range(0, steps),
        hidden.range(1, steps + 1),
        Columns.zeros(units, windows));
  }

  int steps() {
    return gates.each().size();
  }

  int windows() {
    return cellGradient.getColDim();
  }
}
