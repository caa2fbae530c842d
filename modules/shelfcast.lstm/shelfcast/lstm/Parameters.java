package shelfcast.lstm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.ojalgo.matrix.store.R032Store;

/**
 * All parameters of a network, or a gradient for each of them.
 *
 * @param lstm one entry for each LSTM layer, the one that sees the inputs first
 * @param dense the dense layer's
 */
record Parameters(List<LstmParameters> lstm, DenseParameters dense) {

  Parameters {
    lstm = List.copyOf(lstm);
  }

  static Parameters zeros(Architecture shape) {
    List<LstmParameters> lstm = new ArrayList<>();
    for (int layer = 0; layer < shape.layers(); layer++) {
      lstm.add(LstmParameters.zeros(shape.inputsOf(layer), shape.hidden()));
    }
    return new Parameters(lstm, DenseParameters.zeros(shape.hidden(), shape.outputs()));
  }

  /** The tensors by the names that PyTorch gives them, in a fixed order; the stores are shared. */
  SequencedMap<String, R032Store> named() {
    SequencedMap<String, R032Store> named = new LinkedHashMap<>();
    for (int layer = 0; layer < lstm.size(); layer++) {
      LstmParameters each = lstm.get(layer);
      named.put("lstm.weight_ih_l" + layer, each.weightIh());
      named.put("lstm.weight_hh_l" + layer, each.weightHh());
      named.put("lstm.bias_ih_l" + layer, each.biasIh());
      named.put("lstm.bias_hh_l" + layer, each.biasHh());
    }
    named.put("dense.weight", dense.weight());
    named.put("dense.bias", dense.bias());
    return Collections.unmodifiableSequencedMap(named);
  }

  /** The arrays of {@link #named()}, in the same order. */
  float[][] arrays() {
    return named().values().stream().map(store -> store.data).toArray(float[][]::new);
  }

  /** Copies every number of {@code source}, which must have the same architecture. */
  void set(Parameters source) {
    float[][] from = source.arrays();
    float[][] to = arrays();
    for (int i = 0; i < to.length; i++) {
      System.arraycopy(from[i], 0, to[i], 0, to[i].length);
    }
  }

  static void clear(float[][] arrays) {
    for (float[] array : arrays) {
      Arrays.fill(array, 0f);
    }
  }
}
