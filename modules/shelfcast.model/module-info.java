/**
 * What is served: the files of one trained model (a bundle) with the manifest that describes them,
 * the registry that publishes bundles, names the champion and takes it back, the context that
 * forecasting needs besides the weights, and inference itself. Nothing here trains or judges: a
 * trainer hands in a {@link shelfcast.model.Draft}, a server asks for the {@link
 * shelfcast.model.Champion}. Bundles are immutable and carry the sha256 of every file; the only
 * object that ever changes is {@code models/current.json}, and that only conditionally.
 */
module shelfcast.model {
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires transitive shelfcast.features;
  requires transitive shelfcast.lstm;
  requires transitive shelfcast.store;

  exports shelfcast.model;
}
