package shelfcast.train;

import java.util.Optional;
import shelfcast.command.ExitCode;
import shelfcast.command.Failure;
import shelfcast.store.Location;
import shelfcast.store.ObjectStore;
import shelfcast.store.ObjectStream;
import shelfcast.store.S3Settings;

/**
 * Where a sales file is: an object in a place.
 *
 * @param place the folder or bucket
 * @param key the object in it
 */
record SalesSource(Location place, String key) {
  /** Where sales arrive in a place, unless something else is said. */
  static final String ARRIVALS = "data/raw/sales.csv";

  /** The sales that have arrived in a place. */
  static SalesSource arrivedIn(Location place) {
    return new SalesSource(place, ARRIVALS);
  }

  /** The object that an event names. */
  static SalesSource of(S3Event event) {
    return new SalesSource(new Location.Bucket(event.bucket(), ""), event.key());
  }

  /**
   * What {@code --data} means: the object that the URI names if there is one, otherwise what has
   * arrived in the place that it names, such as a bucket of raw data.
   *
   * @throws Failure bad usage, if there is neither
   */
  static SalesSource find(Location named, S3Settings s3) {
    if (named instanceof Location.Bucket bucket && bucket.prefix().isEmpty()) {
      return arrivedIn(named);
    }
    SalesSource file = new SalesSource(named.parent(), named.name());
    try (ObjectStore store = ObjectStore.open(file.place(), s3)) {
      if (store.head(file.key()).isPresent()) {
        return file;
      }
    }
    SalesSource arrived = arrivedIn(named);
    try (ObjectStore store = ObjectStore.open(named, s3)) {
      if (store.head(arrived.key()).isEmpty()) {
        throw new Failure(
            ExitCode.USAGE,
            "--data names "
                + named
                + ", and there is neither a file of that name nor a folder with "
                + ARRIVALS
                + " in it. shelfcast-datagen makes sample data.");
      }
    }
    return arrived;
  }

  /** The object's URI. */
  String uri() {
    return place.resolve(key).toString();
  }

  /**
   * Opens the object.
   *
   * @param store the store of {@link #place()}
   * @throws Failure bad usage, if there is none
   */
  ObjectStream open(ObjectStore store) {
    Optional<ObjectStream> stream = store.read(key);
    return stream.orElseThrow(() ->
        new Failure(
            ExitCode.USAGE,
            "There are no sales at "
                + uri()
                + ". Name a file with --data, or make sample data with shelfcast-datagen."));
  }
}
