package shelfcast.model;

import java.util.Optional;
import shelfcast.lstm.Network;

/**
 * Predicts the next day's units from the day before and the mean of the seven days before. The
 * model itself may be shared by threads; each thread predicts through a {@link Session} of its own.
 */
public sealed interface NextDayModel permits IdentityNextDay, LearntNextDay {

  /** A model in use by one thread. Not safe for use by two. */
  interface Session {
    /**
     * Predicts the next day.
     *
     * @param lag1 units sold the day before, finite
     * @param rollingMean7 mean units of the seven days before, finite
     * @param series the series that the units belong to; without one, the scalers fitted on all
     *     series together are used
     * @return the units to expect: always finite, and not negative unless the model was trained on
     *     returns
     * @throws UnknownSeriesException if the model has not been trained on that series
     * @throws IllegalArgumentException if a feature is not finite
     */
    double predict(double lag1, double rollingMean7, Optional<String> series);
  }

  /** A session for one thread. Cheap to keep, and worth keeping: it owns the buffers. */
  Session session();

  /**
   * A trained model.
   *
   * @param network a network of two inputs and one output
   * @param scalers how features and target were scaled in training
   * @param returnsKept whether a prediction may be negative
   * @throws IllegalArgumentException if the network is of another shape, or a weight is not finite
   *     or beyond 1e20, with which a prediction could overflow
   */
  static NextDayModel of(Network network, Scalers scalers, boolean returnsKept) {
    return new LearntNextDay(network, scalers, returnsKept);
  }

  /**
   * The model of a store without a champion: tomorrow is like today. It takes any series, and
   * answers {@code lag_1}, or 0 for a negative one.
   */
  static NextDayModel identity() {
    return new IdentityNextDay();
  }
}
