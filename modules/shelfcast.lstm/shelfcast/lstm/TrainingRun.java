package shelfcast.lstm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One training: epochs, batches, the optimiser, and which weights are kept. */
final class TrainingRun {

  private final Architecture shape;
  private final Sequences train;
  private final Optional<Sequences> validation;
  private final FitOptions options;
  private final Parameters parameters;
  private final float[][] arrays;
  private final Parameters best;
  private final Batches batches;
  private final Adam adam;
  private final Visits visits;

  TrainingRun(
      Network initial,
      Sequences train,
      Optional<Sequences> validation,
      FitOptions options,
      Kernels kernels,
      Crew crew) {
    shape = initial.architecture();
    this.train = train;
    this.validation = validation;
    this.options = options;
    parameters = Parameters.zeros(shape);
    parameters.set(initial.values());
    arrays = parameters.arrays();
    best = Parameters.zeros(shape);
    batches = new Batches(shape, parameters, kernels, crew, options);
    adam = new Adam(shape);
    visits = new Visits(train.starts().length, options.windowsPerEpoch(), options.seed());
  }

  Fit run(EpochListener listener) {
    List<EpochLoss> history = new ArrayList<>();
    int bestEpoch = 0;
    double bestLoss = Double.POSITIVE_INFINITY;
    for (int epoch = 1; epoch <= options.schedule().stopAfter(); epoch++) {
      EpochLoss loss = epoch(epoch);
      history.add(loss);
      listener.epochEnded(loss);
      if (options.patience() == 0
          || bestEpoch == 0
          || Double.compare(loss.watched(), bestLoss) < 0) {
        bestEpoch = epoch;
        bestLoss = loss.watched();
        best.set(parameters);
      } else if (epoch - bestEpoch >= options.patience()) {
        break;
      }
    }
    return new Fit(Network.copyOf(shape, best), history, bestEpoch);
  }

  private EpochLoss epoch(int epoch) {
    float rate = options.schedule().rate(epoch);
    int[] order = visits.next();
    double lossSum = 0;
    double weightSum = 0;
    double normSum = 0;
    int batch = 0;
    for (int from = 0; from < order.length; from += options.batchSize()) {
      batch++;
      int count = Math.min(options.batchSize(), order.length - from);
      double weight = batches.weight(train, order, from, count);
      if (weight == 0) {
        continue;
      }
      double loss = batches.learn(train, order, from, count, weight);
      requireFinite("the loss", loss / weight, epoch, batch);
      double norm = GradientNorm.of(batches.gradients());
      requireFinite("the gradient's norm", norm, epoch, batch);
      GradientNorm.clip(batches.gradients(), norm, options.clipNorm());
      adam.step(arrays, batches.gradients(), rate);
      lossSum += loss;
      weightSum += weight;
      normSum += norm;
    }
    return new EpochLoss(epoch, lossSum / weightSum, validationLoss(epoch), normSum / batch, rate);
  }

  private OptionalDouble validationLoss(int epoch) {
    if (validation.isEmpty()) {
      return OptionalDouble.empty();
    }
    Sequences windows = validation.get();
    int[] order = Visits.inOrder(windows.starts().length);
    double lossSum = 0;
    double weightSum = 0;
    for (int from = 0; from < order.length; from += options.batchSize()) {
      int count = Math.min(options.batchSize(), order.length - from);
      lossSum += batches.measure(windows, order, from, count);
      weightSum += batches.weight(windows, order, from, count);
    }
    double loss = lossSum / weightSum;
    requireFinite("the validation loss", loss, epoch, 0);
    return OptionalDouble.of(loss);
  }

  private void requireFinite(String what, double value, int epoch, int batch) {
    if (!Double.isFinite(value)) {
      throw new DivergedException(epoch, batch, what + " is " + value, options);
    }
  }
}
