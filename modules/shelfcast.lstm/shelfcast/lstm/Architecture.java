package shelfcast.lstm;

/**
 * The shape of a network: {@code layers} LSTM layers of {@code hidden} units on top of each other,
 * then one dense layer applied at every step.
 *
 * @param inputs features at each step, at least 1
 * @param hidden units of each LSTM layer, at least 1
 * @param layers number of LSTM layers, at least 1
 * @param outputs numbers the dense layer gives at each step, at least 1
 */
public record Architecture(int inputs, int hidden, int layers, int outputs) {

  /** Largest number of inputs, units or outputs: keeps every array length well within an int. */
  private static final int LARGEST = 8192;

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if a size is below 1 or absurdly large
   */
  public Architecture {
    check("inputs", inputs, LARGEST);
    check("hidden", hidden, LARGEST);
    check("layers", layers, 64);
    check("outputs", outputs, LARGEST);
  }

  /** Features that LSTM layer {@code layer} sees: the inputs for layer 0, else the layer below. */
  int inputsOf(int layer) {
    return layer == 0 ? inputs : hidden;
  }

  /** Multiplications that one step of one window takes forward: the elements of all weights. */
  long multiplications() {
    long sum = (long) hidden * outputs;
    for (int layer = 0; layer < layers; layer++) {
      sum += 4L * hidden * (inputsOf(layer) + hidden);
    }
    return sum;
  }

  private static void check(String name, int value, int largest) {
    if (value < 1 || value > largest) {
      throw new IllegalArgumentException(
          "architecture: %s must be between 1 and %d, not %d".formatted(name, largest, value));
    }
  }
}
