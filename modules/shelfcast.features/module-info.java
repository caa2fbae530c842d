/**
 * What a model is fed with, as pure functions of a series' past: {@code lag_1} and {@code
 * rolling_mean_7} of the days before, the calendar, min-max scaling with its exact inverse, and
 * windows that point into the rows instead of copying them. Nothing here looks at the day it
 * describes or at any later one.
 */
module shelfcast.features {
  requires transitive shelfcast.ingest;

  exports shelfcast.features;
}
