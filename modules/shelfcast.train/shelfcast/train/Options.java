package shelfcast.train;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import shelfcast.command.ExitCode;
import shelfcast.command.Failure;
import shelfcast.command.Key;
import shelfcast.command.Keys;
import shelfcast.command.Settings;
import shelfcast.evaluate.NextDayOptions;
import shelfcast.ingest.ColumnRoles;
import shelfcast.ingest.CsvFormat;
import shelfcast.ingest.Frequency;
import shelfcast.ingest.Gaps;
import shelfcast.ingest.ReadOptions;
import shelfcast.ingest.Returns;
import shelfcast.lstm.Loss;
import shelfcast.store.EcsService;
import shelfcast.store.Location;
import shelfcast.store.S3Settings;

/** Settings, turned into what the other rooms take. */
final class Options {
  /**
   * Where the Huber loss turns from squared to absolute, in scaled units: a twentieth of a series'
   * range. Of the values tried, it gave the lowest absolute error on daily retail panels.
   */
  private static final float HUBER_DELTA = 0.05f;

  private Options() {}

  static S3Settings s3(Settings settings) {
    try {
      return new S3Settings(
          settings.find(Keys.S3_ENDPOINT).map(URI::create), settings.find(Keys.S3_REGION));
    } catch (IllegalArgumentException e) {
      throw settings.reject(
          Keys.S3_ENDPOINT, "a URL such as http://127.0.0.1:9000: " + e.getMessage());
    }
  }

  static Location place(Settings settings, Key<String> key) {
    return location(settings, key, settings.get(key));
  }

  static Optional<Location> findPlace(Settings settings, Key<String> key) {
    return settings.find(key).map(uri -> location(settings, key, uri));
  }

  private static Location location(Settings settings, Key<String> key, String uri) {
    try {
      return Location.parse(uri);
    } catch (IllegalArgumentException e) {
      throw settings.reject(key, "a place: " + e.getMessage());
    }
  }

  /** The service that {@code --reload-ecs} names, if it names one. */
  static Optional<EcsService> ecsService(Settings settings) {
    try {
      return settings.find(Keys.RELOAD_ECS).map(EcsService::parse);
    } catch (IllegalArgumentException e) {
      throw settings.reject(Keys.RELOAD_ECS, "a service: " + e.getMessage());
    }
  }

  static ReadOptions reading(Settings settings) {
    try {
      return new ReadOptions(
          new ColumnRoles(
              settings.get(Keys.DATE_COLUMN),
              settings.get(Keys.SALES_COLUMN),
              settings.find(Keys.SERIES_COLUMNS).orElse(List.of()),
              settings.find(Keys.KNOWN).orElse(List.of()),
              settings.find(Keys.PAST).orElse(List.of()),
              settings.find(Keys.STATIC).orElse(List.of())),
          choice(Frequency.class, settings.get(Keys.FREQUENCY)),
          choice(Gaps.class, settings.get(Keys.GAPS)),
          choice(Returns.class, settings.get(Keys.RETURNS)),
          new CsvFormat(
              settings.get(Keys.DELIMITER),
              settings.get(Keys.DECIMAL),
              settings.get(Keys.DATE_FORMAT)));
    } catch (IllegalArgumentException e) {
      // The records name the flag in their messages.
      throw new Failure(ExitCode.USAGE, e.getMessage());
    }
  }

  static NextDayOptions nextDay(Settings settings) {
    Loss loss =
        settings.get(Keys.LOSS).equals("mse")
            ? new Loss.MeanSquared()
            : new Loss.Huber(HUBER_DELTA);
    return new NextDayOptions(
        settings.get(Keys.WINDOW),
        settings.get(Keys.HIDDEN),
        settings.get(Keys.EPOCHS),
        settings.get(Keys.EARLY_STOPPING),
        settings.get(Keys.PATIENCE),
        settings.get(Keys.BATCH_SIZE),
        settings.get(Keys.WINDOWS_PER_EPOCH),
        settings.get(Keys.LEARNING_RATE).floatValue(),
        settings.get(Keys.CLIP_NORM).floatValue(),
        loss,
        settings.get(Keys.HOLDOUT),
        settings.get(Keys.SEED),
        settings.find(Keys.THREADS).orElseGet(() -> Runtime.getRuntime().availableProcessors()));
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }
}
