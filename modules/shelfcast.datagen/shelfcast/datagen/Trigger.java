package shelfcast.datagen;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import shelfcast.command.ExitCode;
import shelfcast.command.Failure;
import shelfcast.command.Invocation;
import shelfcast.command.Keys;
import shelfcast.command.Launcher;
import shelfcast.command.Program;
import shelfcast.command.Settings;
import shelfcast.store.Location;
import shelfcast.store.ObjectInfo;
import shelfcast.store.ObjectStore;
import shelfcast.store.StoreException;

/**
 * {@code shelfcast-trigger}: prints the event that starts a training, as S3 sends it when a sales
 * file arrives. Given a store, it looks at the object there and states its size, etag and version.
 */
final class Trigger implements Program {
  /** What S3 calls an object without content; stated when there is no object to look at. */
  private static final String EMPTY_ETAG = "d41d8cd98f00b204e9800998ecf8427e";

  /** Where buckets are when nobody says: S3's own default. */
  private static final String DEFAULT_REGION = "us-east-1";

  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  private final Clock clock;
  private final Supplier<UUID> ids;

  Trigger(Clock clock, Supplier<UUID> ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /** Runs the program as this process. */
  public static void main(String[] arguments) {
    Launcher.main(new Trigger(Clock.systemUTC(), UUID::randomUUID), arguments);
  }

  @Override
  public String name() {
    return "shelfcast-trigger";
  }

  @Override
  public String summary() {
    return "Prints the EventBridge event \"Object Created\" that S3 sends when a sales file"
        + " arrives, for shelfcast-train --event. With --store it states the size, etag and"
        + " version of the object that is there.";
  }

  @Override
  public ExitCode run(Invocation in) throws IOException {
    Settings settings = in.settings();
    Optional<Location> place =
        settings.isGiven(Keys.STORE) ? Optional.of(Stores.location(settings)) : Optional.empty();
    String bucket = bucket(settings, place);
    String key = key(settings, place);
    Optional<ObjectInfo> object = place.map(store -> look(settings, store));
    ObjectCreated event =
        new ObjectCreated(
            ids.get(),
            clock.instant(),
            settings.find(Keys.S3_REGION).orElse(DEFAULT_REGION),
            account(settings),
            bucket,
            key,
            settings.find(Keys.SIZE).or(() -> object.map(ObjectInfo::size)).orElse(0L),
            object.map(info -> info.etag().replace("\"", "")).orElse(EMPTY_ETAG),
            object.flatMap(ObjectInfo::versionId));
    in.out().println(settings.get(Keys.PUT_ENTRY) ? event.putEventsEntries() : event.event());
    return ExitCode.DONE;
  }

  @Override
  public Optional<ExitCode> classify(RuntimeException e) {
    return e instanceof StoreException ? Optional.of(ExitCode.STORE) : Optional.empty();
  }

  private static ObjectInfo look(Settings settings, Location place) {
    try (ObjectStore store = Stores.open(settings, place)) {
      return store
          .head(settings.get(Keys.KEY))
          .orElseThrow(() ->
              new Failure(
                  ExitCode.USAGE,
                  "there is no object "
                      + settings.get(Keys.KEY)
                      + " in "
                      + place
                      + "; put it there first, or leave --store out"));
    }
  }

  private static String bucket(Settings settings, Optional<Location> place) {
    if (place.orElse(null) instanceof Location.Bucket bucket) {
      settings
          .find(Keys.BUCKET)
          .filter(name -> !name.equals(bucket.bucket()))
          .ifPresent(name -> {
            throw settings.reject(Keys.BUCKET, "that of --store, " + bucket.bucket());
          });
      return bucket.bucket();
    }
    String name = settings.get(Keys.BUCKET);
    if (!BUCKET.matcher(name).matches()) {
      throw settings.reject(
          Keys.BUCKET, "3 to 63 small letters, digits, dots and hyphens, as S3 names buckets");
    }
    return name;
  }

  /** The key inside the bucket; the store may be only a part of it. */
  private static String key(Settings settings, Optional<Location> place) {
    String key = settings.get(Keys.KEY);
    if (place.isEmpty()) {
      return key;
    }
    try {
      return place.get().resolve(key) instanceof Location.Bucket object ? object.prefix() : key;
    } catch (IllegalArgumentException e) {
      throw settings.reject(Keys.KEY, "the name of an object in --store: " + e.getMessage());
    }
  }

  private static String account(Settings settings) {
    String account = settings.get(Keys.ACCOUNT);
    if (!ACCOUNT.matcher(account).matches()) {
      throw settings.reject(Keys.ACCOUNT, "12 digits");
    }
    return account;
  }
}
