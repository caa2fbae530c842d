package shelfcast.model;

import java.util.Optional;

/** Tomorrow is like today. */
final class IdentityNextDay implements NextDayModel, NextDayModel.Session {
  @Override
  public Session session() {
    return this;
  }

  @Override
  public double predict(double lag1, double rollingMean7, Optional<String> series) {
    LearntNextDay.checkFinite(lag1, rollingMean7);
    return Math.max(lag1, 0);
  }
}
