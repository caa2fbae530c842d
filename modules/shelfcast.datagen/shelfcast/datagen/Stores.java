package shelfcast.datagen;

import java.net.URI;
import java.util.Optional;
import shelfcast.command.Keys;
import shelfcast.command.Settings;
import shelfcast.store.Location;
import shelfcast.store.ObjectStore;
import shelfcast.store.S3Settings;

/** Reads the settings that name a store. */
final class Stores {
  private Stores() {}

  /** The place that {@code --store} names. */
  static Location location(Settings settings) {
    try {
      return Location.parse(settings.get(Keys.STORE));
    } catch (IllegalArgumentException e) {
      throw settings.reject(Keys.STORE, "a folder or a bucket: " + e.getMessage());
    }
  }

  /** Opens {@code place} as the settings say. */
  static ObjectStore open(Settings settings, Location place) {
    return ObjectStore.open(
        place, new S3Settings(endpoint(settings), settings.find(Keys.S3_REGION)));
  }

  private static Optional<URI> endpoint(Settings settings) {
    try {
      return settings.find(Keys.S3_ENDPOINT).map(URI::create);
    } catch (IllegalArgumentException e) {
      throw settings.reject(
          Keys.S3_ENDPOINT, "a URL such as http://127.0.0.1:9000: " + e.getMessage());
    }
  }
}
