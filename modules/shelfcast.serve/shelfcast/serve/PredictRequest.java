package shelfcast.serve;

import java.util.Optional;

/**
 * What {@code POST /predict} asks.
 *
 * @param lag1 units sold on the latest day known, finite and not negative
 * @param rollingMean7 mean units of the seven latest days known, finite and not negative
 * @param seriesId the series whose scale to use; empty for the pooled one
 */
record PredictRequest(double lag1, double rollingMean7, Optional<String> seriesId) {}
