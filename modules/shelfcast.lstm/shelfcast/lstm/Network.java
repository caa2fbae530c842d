package shelfcast.lstm;

import java.util.Map;
import java.util.SequencedMap;
import org.ojalgo.matrix.store.R032Store;

/**
 * A network: an architecture and a value for each parameter. Values do not change after the network
 * is made; training gives a new one.
 */
public final class Network {

  private final Architecture architecture;
  private final Parameters parameters;

  private Network(Architecture architecture, Parameters parameters) {
    this.architecture = architecture;
    this.parameters = parameters;
  }

  /**
   * A network to start training from. As PyTorch does, weights and biases are drawn uniformly from
   * ±1/√H (dense layer included, whose fan-in is H), which keeps activations and gradients of small
   * recurrent layers in a good range; unlike PyTorch, the forget gates' first bias is 1, so that a
   * cell remembers until it has learnt to forget (Jozefowicz et al. 2015).
   *
   * @param seed seed of a SplitMix64 generator; tensors are drawn in the order of {@link
   *     #parameters}, row by row, so the same seed gives the same bits anywhere
   */
  public static Network initial(Architecture architecture, long seed) {
    Parameters parameters = Parameters.zeros(architecture);
    SplitMix64 random = new SplitMix64(seed);
    float bound = (float) (1 / StrictMath.sqrt(architecture.hidden()));
    for (R032Store store : parameters.named().values()) {
      for (int row = 0; row < store.getRowDim(); row++) {
        for (int column = 0; column < store.getColDim(); column++) {
          store.set(row, column, random.nextFloat(bound));
        }
      }
    }
    int hidden = architecture.hidden();
    for (LstmParameters layer : parameters.lstm()) {
      for (int row = hidden; row < 2 * hidden; row++) {
        layer.biasIh().set(row, 0, 1);
      }
    }
    return new Network(architecture, parameters);
  }

  /**
   * A network with the given values, which are copied.
   *
   * @param values for each name of {@link #parameters} a store of that shape
   * @throws IllegalArgumentException if a tensor is missing, unknown, of another shape, or holds a
   *     number that is not finite
   */
  public static Network of(Architecture architecture, Map<String, R032Store> values) {
    Parameters parameters = Parameters.zeros(architecture);
    SequencedMap<String, R032Store> named = parameters.named();
    for (String name : values.keySet()) {
      if (!named.containsKey(name)) {
        throw new IllegalArgumentException(
            "network: unknown parameter %s; %s has %s"
                .formatted(name, architecture, named.keySet()));
      }
    }
    named.forEach((name, store) -> copy(name, values, store));
    return new Network(architecture, parameters);
  }

  private static void copy(String name, Map<String, R032Store> values, R032Store to) {
    R032Store from = values.get(name);
    if (from == null) {
      throw new IllegalArgumentException("network: parameter %s is missing".formatted(name));
    }
    int rows = to.getRowDim();
    if (from.getRowDim() != rows || from.getColDim() != to.getColDim()) {
      throw new IllegalArgumentException(
          "network: parameter %s must be %d x %d, not %d x %d"
              .formatted(name, rows, to.getColDim(), from.getRowDim(), from.getColDim()));
    }
    for (int i = 0; i < from.data.length; i++) {
      if (!Float.isFinite(from.data[i])) {
        throw new IllegalArgumentException(
            "network: parameter %s holds %s at row %d, column %d"
                .formatted(name, from.data[i], i % rows, i / rows));
      }
    }
    System.arraycopy(from.data, 0, to.data, 0, to.data.length);
  }

  /** A network with a copy of these parameters. */
  static Network copyOf(Architecture architecture, Parameters parameters) {
    Parameters copy = Parameters.zeros(architecture);
    copy.set(parameters);
    return new Network(architecture, copy);
  }

  /** The shape of this network. */
  public Architecture architecture() {
    return architecture;
  }

  /**
   * The parameters, named and shaped as in PyTorch: for each layer n {@code lstm.weight_ih_ln} [4H
   * x F], {@code lstm.weight_hh_ln} [4H x H], {@code lstm.bias_ih_ln} and {@code lstm.bias_hh_ln}
   * [4H x 1], gates in the order i, f, g, o; then {@code dense.weight} [O x H] and {@code
   * dense.bias} [O x 1].
   *
   * @return the network's own stores, to be read and not written
   */
  public SequencedMap<String, R032Store> parameters() {
    return parameters.named();
  }

  Parameters values() {
    return parameters;
  }

  /** A predictor of this network with the best kernels there are. */
  public Predictor predictor() {
    return predictor(Kernels.best());
  }

  /** A predictor of this network with these kernels. */
  public Predictor predictor(Kernels kernels) {
    return new Predictor(architecture, parameters, kernels);
  }
}
