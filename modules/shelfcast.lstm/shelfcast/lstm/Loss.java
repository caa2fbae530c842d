package shelfcast.lstm;

/** What training makes small: a function of one error, prediction minus target. */
public sealed interface Loss {

  /** The loss of an error. */
  float value(float error);

  /** Its derivative by the error. */
  float slope(float error);

  /** The squared error, as PyTorch's {@code MSELoss}. */
  record MeanSquared() implements Loss {

    @Override
    public float value(float error) {
      return error * error;
    }

    @Override
    public float slope(float error) {
      return 2f * error;
    }
  }

  /**
   * Half the squared error up to {@code delta}, a straight line beyond, so that a few large errors
   * do not rule (Huber 1964), as PyTorch's {@code HuberLoss}.
   *
   * @param delta error where the line begins, above 0 and finite
   */
  record Huber(float delta) implements Loss {

    /**
     * Checks delta.
     *
     * @throws IllegalArgumentException if delta is not a positive number
     */
    public Huber {
      if (!(delta > 0 && delta < Float.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "Huber loss: delta must be above 0 and finite, not " + delta);
      }
    }

    @Override
    public float value(float error) {
      float size = Math.abs(error);
      return size <= delta ? 0.5f * error * error : delta * (size - 0.5f * delta);
    }

    @Override
    public float slope(float error) {
      return Math.max(-delta, Math.min(delta, error));
    }
  }
}
