package shelfcast.model;

import java.util.Optional;
import org.ojalgo.matrix.store.R032Store;
import shelfcast.features.MinMaxScaler;
import shelfcast.lstm.Network;
import shelfcast.lstm.Predictor;

/** A trained network between its scalers: one step from a zero state. */
final class LearntNextDay implements NextDayModel {
  /**
   * The farthest a scaled feature may lie from the range seen in training (0 to 1). Every gate is
   * saturated long before, so nothing is lost, and no product with a weight can overflow.
   */
  private static final float FARTHEST = 1e6f;

  /** The largest weight allowed: {@code FARTHEST * LARGEST}, summed over a row, is finite. */
  private static final float LARGEST = 1e20f;

  private final Network network;
  private final Scalers scalers;
  private final float least;

  LearntNextDay(Network network, Scalers scalers, boolean returnsKept) {
    NextDaySpec.checkShape(network.architecture());
    network.parameters().forEach(LearntNextDay::checkWeights);
    this.network = network;
    this.scalers = scalers;
    this.least = returnsKept ? -Float.MAX_VALUE : 0;
  }

  private static void checkWeights(String name, R032Store weights) {
    for (float weight : weights.data) {
      if (!(Math.abs(weight) <= LARGEST)) {
        throw new IllegalArgumentException(
            "a weight of " + name + " is " + weight + ", outside ±" + LARGEST);
      }
    }
  }

  static void checkFinite(double lag1, double rollingMean7) {
    if (!Double.isFinite(lag1) || !Double.isFinite(rollingMean7)) {
      throw new IllegalArgumentException(
          "lag_1 " + lag1 + " and rolling_mean_7 " + rollingMean7 + " must be finite");
    }
  }

  @Override
  public Session session() {
    return new NetworkSession(network.predictor());
  }

  private MinMaxScaler scaler(Optional<String> series) {
    return series
        .map(id ->
            Optional.ofNullable(scalers.bySeries().get(id))
                .orElseThrow(() -> new UnknownSeriesException(id)))
        .orElseGet(scalers::pooled);
  }

  /** Beyond the range of a float, the scaler sees an infinity, which lies farthest. */
  private static float scaled(MinMaxScaler scaler, double feature) {
    return Math.clamp(scaler.scale((float) feature), -FARTHEST, FARTHEST);
  }

  private final class NetworkSession implements Session {
    private final Predictor predictor;
    private final float[] window = new float[NextDaySpec.FEATURES.size()];
    private final float[] output = new float[1];

    private NetworkSession(Predictor predictor) {
      this.predictor = predictor;
    }

    @Override
    public double predict(double lag1, double rollingMean7, Optional<String> series) {
      checkFinite(lag1, rollingMean7);
      MinMaxScaler own = scaler(series);
      window[0] = scaled(own, lag1);
      window[1] = scaled(own, rollingMean7);
      predictor.predict(window, 1, output);
      return Math.clamp(own.inverse(output[0]), least, Float.MAX_VALUE);
    }
  }
}
