package shelfcast.lstm;

/**
 * Adam (Kingma and Ba 2015) with epsilon where PyTorch has it, outside the corrected root: p -=
 * rate / (1 - β1^t) · m / (√v / √(1 - β2^t) + ε), β1 = 0.9, β2 = 0.999, ε = 1e-8.
 */
final class Adam {

  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final float EPSILON = 1e-8f;

  private final float[][] first;
  private final float[][] second;
  private int steps;

  Adam(Architecture shape) {
    first = Parameters.zeros(shape).arrays();
    second = Parameters.zeros(shape).arrays();
  }

  /** Moves the parameters one step of size {@code rate} along the gradients. */
  void step(float[][] parameters, float[][] gradients, float rate) {
    steps++;
    float size = (float) (rate / (1 - StrictMath.pow(BETA1, steps)));
    float root = (float) StrictMath.sqrt(1 - StrictMath.pow(BETA2, steps));
    for (int i = 0; i < parameters.length; i++) {
      update(parameters[i], gradients[i], first[i], second[i], size, root);
    }
  }

  private static void update(
      float[] parameter, float[] gradient, float[] m, float[] v, float size, float root) {
    float fresh1 = (float) (1 - BETA1);
    float keep2 = (float) BETA2;
    float fresh2 = (float) (1 - BETA2);
    for (int i = 0; i < parameter.length; i++) {
      float g = gradient[i];
      float mean = m[i] + (g - m[i]) * fresh1;
      float square = v[i] * keep2 + fresh2 * g * g;
      m[i] = mean;
      v[i] = square;
      parameter[i] -= size * (mean / ((float) Math.sqrt(square) / root + EPSILON));
    }
  }
}
