package shelfcast.lstm;

import java.util.List;

/**
 * A network's layers over its parameters, shared by all shards of a batch.
 *
 * @param lstm the LSTM layers, the one that sees the inputs first
 * @param dense the dense layer on top
 */
record Layers(List<LstmLayer> lstm, DenseLayer dense) {

  static Layers of(Parameters parameters) {
    return new Layers(
        parameters.lstm().stream().map(LstmLayer::new).toList(),
        new DenseLayer(parameters.dense()));
  }

  /** Takes in changed weights; to be called before going back, not while a shard does. */
  void refresh() {
    lstm.forEach(LstmLayer::refresh);
    dense.refresh();
  }
}
