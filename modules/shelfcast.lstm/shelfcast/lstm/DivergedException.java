package shelfcast.lstm;

/** Training met a loss or a gradient that is not a finite number; its weights are of no use. */
public final class DivergedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int epoch;
  private final int batch;

  DivergedException(int epoch, int batch, String what, FitOptions options) {
    super(
        ("training diverged in epoch %d, batch %d: %s. Lower the learning rate (now %s), clip the"
                + " gradient's norm (now %s), and check that inputs and targets are scaled to about"
                + " -1 … 1")
            .formatted(
                epoch,
                batch,
                what,
                options.schedule().learningRate(),
                options.clipNorm() == 0 ? "not clipped" : "clipped to " + options.clipNorm()));
    this.epoch = epoch;
    this.batch = batch;
  }

  /** The epoch, from 1. */
  public int epoch() {
    return epoch;
  }

  /** The batch within the epoch, from 1; 0 if it happened on the validation windows. */
  public int batch() {
    return batch;
  }
}
