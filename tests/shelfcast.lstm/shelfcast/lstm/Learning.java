package shelfcast.lstm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.ojalgo.matrix.store.R032Store;

/** One batch through forward and backward, as training does it. */
record Learning(double loss, Map<String, R032Store> gradients) {

  static Learning of(Network network, Sequences data, FitOptions options, Kernels kernels) {
    try (Crew crew = new Crew(options.threads())) {
      Batches batches =
          new Batches(network.architecture(), network.values(), kernels, crew, options);
      int windows = data.starts().length;
      int[] order = Visits.inOrder(windows);
      double weight = batches.weight(data, order, 0, windows);
      double loss = batches.learn(data, order, 0, windows, weight) / weight;
      return new Learning(loss, named(network, batches.gradients()));
    }
  }

  private static Map<String, R032Store> named(Network network, float[][] gradients) {
    SequencedMap<String, R032Store> named = new LinkedHashMap<>();
    network
        .parameters()
        .forEach((name, store) ->
            named.put(name, R032Store.wrap(gradients[named.size()], store.getRowDim())));
    return named;
  }
}
