package shelfcast.model;

/**
 * A trained model as published: every file was there, of the size and with the SHA-256 that the
 * manifest states, and the model has predicted its golden inputs.
 *
 * @param manifest what is known of it
 * @param manifestSha256 the SHA-256 of {@code manifest.json}
 * @param nextDay the next-day model, ready to predict
 */
public record Bundle(Manifest manifest, String manifestSha256, NextDayModel nextDay) {
  /** The name of the bundle. */
  public String version() {
    return manifest.version();
  }
}
