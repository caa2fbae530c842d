package shelfcast.model;

import java.util.Optional;

/**
 * An input of which the prediction was recorded when the bundle was made. Whoever loads the bundle
 * predicts it again, and refuses the bundle if the answer differs.
 *
 * @param lag1 units sold the day before
 * @param rollingMean7 mean units of the seven days before
 * @param series the series, if the input names one
 * @param prediction the units predicted
 */
public record Golden(
    double lag1, double rollingMean7, Optional<String> series, double prediction) {}
