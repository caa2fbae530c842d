package shelfcast.datagen;

import java.net.URI;
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
        place,
        new S3Settings(
            settings.find(Keys.S3_ENDPOINT).map(URI::create), settings.find(Keys.S3_REGION)));
  }
}
