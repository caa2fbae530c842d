package shelfcast.lstm;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs batches of windows through a network, a batch cut into shards that depend on its size only.
 * Each shard has its own gradients; they are added up in the shards' order, so that the result has
 * the same bits for any number of threads.
 */
final class Batches {

  /** Shards of a large batch: the most threads that are of use. */
  private static final int MOST_SHARDS = 8;

  /** Windows below which a shard is not worth being cut further. */
  private static final int FEWEST_WINDOWS = 8;

  /** One shard's gradients and buffers; the buffers are made when a size is first met. */
  private static final class Shard {

    private final Parameters gradients;
    private final float[][] arrays;
    private final List<Pass> passes = new ArrayList<>();
    private double loss;

    Shard(Architecture shape) {
      gradients = Parameters.zeros(shape);
      arrays = gradients.arrays();
    }

    Pass pass(Architecture shape, int steps, int windows) {
      for (int i = 0; i < passes.size(); i++) {
        if (passes.get(i).fits(steps, windows)) {
          return passes.get(i);
        }
      }
      Pass fresh = new Pass(shape, steps, windows);
      passes.add(fresh);
      return fresh;
    }
  }

  private final Architecture shape;
  private final Layers layers;
  private final Kernels kernels;
  private final Crew crew;
  private final Loss loss;
  private final float[] stepWeights;
  private final List<Shard> shards = new ArrayList<>();
  private final Crew.Work measuring = number -> run(number, false);
  private final Crew.Work learning = number -> run(number, true);

  private Sequences data;
  private int[] order;
  private int from;
  private int count;
  private int cuts;
  private float scale;

  Batches(
      Architecture shape, Parameters parameters, Kernels kernels, Crew crew, FitOptions options) {
    this.shape = shape;
    this.layers = Layers.of(parameters);
    this.kernels = kernels;
    this.crew = crew;
    loss = options.loss();
    stepWeights = options.stepWeights();
    for (int i = 0; i < MOST_SHARDS; i++) {
      shards.add(new Shard(shape));
    }
  }

  /** Shards of a batch of so many windows. */
  static int shards(int windows) {
    return Math.clamp(windows / FEWEST_WINDOWS, 1, MOST_SHARDS);
  }

  /** The weight of all errors of the windows {@code order[from … from+count-1]} together. */
  double weight(Sequences windows, int[] indices, int begin, int size) {
    double sum = 0;
    for (int i = begin; i < begin + size; i++) {
      int start = windows.starts()[indices[i]];
      for (int step = 0; step < windows.steps(); step++) {
        sum += stepWeights[step] * windows.weights()[start + step];
      }
    }
    return sum * windows.outputs();
  }

  /** The weighted sum of the windows' losses. */
  double measure(Sequences windows, int[] indices, int begin, int size) {
    set(windows, indices, begin, size, 0);
    crew.run(cuts, measuring);
    return sumOfLosses();
  }

  /**
   * The weighted sum of the windows' losses; leaves the gradient of that sum divided by {@code
   * weight} in {@link #gradients}.
   */
  double learn(Sequences windows, int[] indices, int begin, int size, double weight) {
    set(windows, indices, begin, size, (float) (1 / weight));
    layers.refresh();
    crew.run(cuts, learning);
    float[][] total = gradients();
    for (int shard = 1; shard < cuts; shard++) {
      add(shards.get(shard).arrays, total);
    }
    return sumOfLosses();
  }

  /** The gradient that {@link #learn} left, in the order of the parameters; may be scaled. */
  float[][] gradients() {
    return shards.getFirst().arrays;
  }

  private void set(Sequences windows, int[] indices, int begin, int size, float factor) {
    data = windows;
    order = indices;
    from = begin;
    count = size;
    cuts = shards(size);
    scale = factor;
  }

  private void run(int number, boolean learn) {
    Shard shard = shards.get(number);
    int begin = from + cut(number);
    int end = from + cut(number + 1);
    Pass pass = shard.pass(shape, data.steps(), end - begin);
    pass.forward(kernels, layers, data, order, begin);
    shard.loss = pass.loss(loss, stepWeights, data, order, begin, scale);
    if (learn) {
      Parameters.clear(shard.arrays);
      pass.backward(kernels, layers, shard.gradients);
    }
  }

  private int cut(int number) {
    return (int) ((long) count * number / cuts);
  }

  private double sumOfLosses() {
    double sum = 0;
    for (int shard = 0; shard < cuts; shard++) {
      sum += shards.get(shard).loss;
    }
    return sum;
  }

  private static void add(float[][] from, float[][] to) {
    for (int i = 0; i < to.length; i++) {
      float[] source = from[i];
      float[] sum = to[i];
      for (int k = 0; k < sum.length; k++) {
        sum[k] += source[k];
      }
    }
  }
}
