package shelfcast.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shelfcast.features.MinMaxScaler;

/**
 * The golden inputs: predictions recorded when a bundle is made, repeated whenever it is loaded.
 * They catch what digests cannot, a program that computes another function of the same bytes.
 */
final class SelfTest {
  /**
   * How far a prediction may be off, relative to the recorded one and the range of the target:
   * float arithmetic in another order stays well below, another function does not.
   */
  private static final double TOLERANCE = 1e-5;

  /** How many series are tried by name, besides the pooled scalers. */
  private static final int NAMED = 3;

  /** Where in the range seen in training the inputs lie: at its ends, in it, and beyond. */
  private static final double[] POSITIONS = {0, 0.3, 1, 1.5};

  private SelfTest() {}

  /** Records what a model predicts for inputs in and beyond the range it was trained on. */
  static List<Golden> record(NextDayModel model, Scalers scalers) {
    NextDayModel.Session session = model.session();
    List<Golden> golden = new ArrayList<>();
    Stream.concat(
            Stream.of(Optional.<String>empty()),
            scalers.bySeries().keySet().stream().limit(NAMED).map(Optional::of))
        .forEach(series -> {
          MinMaxScaler own = series.map(scalers.bySeries()::get).orElseGet(scalers::pooled);
          for (double position : POSITIONS) {
            double lag1 = at(own, position);
            double mean = at(own, position / 2);
            golden.add(new Golden(lag1, mean, series, session.predict(lag1, mean, series)));
          }
        });
    return golden;
  }

  /**
   * Predicts the golden inputs again.
   *
   * @param file the file of weights, as the user knows it
   * @throws BundleException if an answer differs from the one recorded
   */
  static void check(String file, NextDayModel model, NextDaySpec spec) {
    NextDayModel.Session session = model.session();
    for (Golden golden : spec.golden()) {
      double predicted = predict(file, session, golden);
      if (!(Math.abs(predicted - golden.prediction()) <= tolerance(spec.scalers(), golden))) {
        throw wrong(file, golden, "predicts " + predicted);
      }
    }
  }

  private static double predict(String file, NextDayModel.Session session, Golden golden) {
    try {
      return session.predict(golden.lag1(), golden.rollingMean7(), golden.series());
    } catch (UnknownSeriesException e) {
      throw wrong(file, golden, "has no scalers");
    }
  }

  private static double tolerance(Scalers scalers, Golden golden) {
    MinMaxScaler own = golden.series().map(scalers.bySeries()::get).orElseGet(scalers::pooled);
    double range = (double) own.max() - own.min();
    return TOLERANCE * (Math.abs(golden.prediction()) + range);
  }

  private static double at(MinMaxScaler scaler, double position) {
    return scaler.min() + position * ((double) scaler.max() - scaler.min());
  }

  private static BundleException wrong(String file, Golden golden, String what) {
    return new BundleException(
        BundleException.Kind.CORRUPT,
        file
            + " fails its self-test: for lag_1 "
            + golden.lag1()
            + " and rolling_mean_7 "
            + golden.rollingMean7()
            + golden.series().map(id -> " of series " + id).orElse("")
            + " it "
            + what
            + ", recorded was "
            + golden.prediction());
  }
}
