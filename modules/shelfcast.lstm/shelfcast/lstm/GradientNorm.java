package shelfcast.lstm;

/** The Euclidean norm over all gradients together, and clipping by it (Pascanu et al. 2013). */
final class GradientNorm {

  /** Keeps the quotient below 1, as PyTorch's {@code clip_grad_norm_}. */
  private static final double MARGIN = 1e-6;

  private GradientNorm() {}

  /** The norm; NaN or infinite if a gradient is. Summed in double, in one fixed order. */
  static double of(float[][] gradients) {
    double sum = 0;
    for (float[] array : gradients) {
      for (float value : array) {
        sum += (double) value * value;
      }
    }
    return Math.sqrt(sum);
  }

  /** Scales the gradients, whose norm is given, down to {@code largest}; 0 leaves them alone. */
  static void clip(float[][] gradients, double norm, float largest) {
    if (largest == 0 || norm <= largest) {
      return;
    }
    float factor = (float) (largest / (norm + MARGIN));
    for (float[] array : gradients) {
      for (int i = 0; i < array.length; i++) {
        array[i] *= factor;
      }
    }
  }
}
