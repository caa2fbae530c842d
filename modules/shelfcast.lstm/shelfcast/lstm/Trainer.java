package shelfcast.lstm;

import java.util.Optional;

/** Trains networks. The same arguments give the same bits, whatever the threads and kernels. */
public final class Trainer {

  /**
   * Multiplications of a batch's forward pass that pay for a thread. With vectors of 512 bits, 32
   * units and 14 steps of 2 features, two threads took half as long again as one for batches of 32
   * windows (1.9 million), and about as long as one for 64 windows (3.9 million).
   */
  private static final long WORK_OF_A_THREAD = 1L << 21;

  private Trainer() {}

  /**
   * Trains with the best kernels there are; see {@link #fit(Network, Sequences, Optional,
   * FitOptions, EpochListener, Kernels)}.
   */
  public static Fit fit(
      Network initial,
      Sequences train,
      Optional<Sequences> validation,
      FitOptions options,
      EpochListener listener) {
    return fit(initial, train, validation, options, listener, Kernels.best());
  }

  /**
   * Trains a copy of a network by Adam on the weighted mean loss, every window starting from a zero
   * state.
   *
   * @param initial where to start; not changed
   * @param train windows to learn from
   * @param validation windows that early stopping watches instead of the training loss
   * @param listener hears of every epoch
   * @param kernels loops to compute with
   * @throws IllegalArgumentException if the windows do not fit the network or the options, or have
   *     no weight at all
   * @throws DivergedException if a loss or gradient is not finite
   */
  public static Fit fit(
      Network initial,
      Sequences train,
      Optional<Sequences> validation,
      FitOptions options,
      EpochListener listener,
      Kernels kernels) {
    check("training", train, initial.architecture(), options);
    validation.ifPresent(windows -> check("validation", windows, initial.architecture(), options));
    try (Crew crew = new Crew(threads(initial.architecture(), train, options))) {
      return new TrainingRun(initial, train, validation, options, kernels, crew).run(listener);
    }
  }

  /** The threads that a full batch pays for and has shards for, within what the options allow. */
  static int threads(Architecture shape, Sequences train, FitOptions options) {
    int windows = Math.min(options.batchSize(), train.starts().length);
    double work = (double) windows * train.steps() * shape.multiplications();
    int useful = (int) Math.min(work / WORK_OF_A_THREAD, Batches.shards(windows));
    return Math.clamp(useful, 1, options.threads());
  }

  private static void check(
      String role, Sequences windows, Architecture shape, FitOptions options) {
    require(
        windows.features() == shape.inputs(),
        "the %s windows have %d features, the network %d inputs",
        role,
        windows.features(),
        shape.inputs());
    require(
        windows.outputs() == shape.outputs(),
        "the %s windows have %d targets a row, the network %d outputs",
        role,
        windows.outputs(),
        shape.outputs());
    require(
        windows.steps() == options.stepWeights().length,
        "the %s windows have %d steps, the options %d step weights",
        role,
        windows.steps(),
        options.stepWeights().length);
    require(
        hasWeight(windows, options),
        "the %s windows (%d) hold no step with a weight above 0",
        role,
        windows.starts().length);
  }

  private static boolean hasWeight(Sequences windows, FitOptions options) {
    for (int start : windows.starts()) {
      for (int step = 0; step < windows.steps(); step++) {
        if (options.stepWeights()[step] * windows.weights()[start + step] > 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static void require(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new IllegalArgumentException("fit: " + message.formatted(values));
    }
  }
}
