package shelfcast.model;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import shelfcast.features.MinMaxScaler;
import shelfcast.lstm.Architecture;
import shelfcast.lstm.Network;
import shelfcast.store.Location;
import shelfcast.store.ObjectStore;
import shelfcast.store.S3Settings;

/** Small models, drafts and stores for the tests. */
final class Samples {
  static final LocalDate LAST_DATE = LocalDate.of(2026, 6, 30);
  static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

  private Samples() {}

  static Network network(long seed) {
    return Network.initial(new Architecture(2, 4, 1, 1), seed);
  }

  static Scalers scalers() {
    return new Scalers(
        new MinMaxScaler(100, 500),
        new TreeMap<>(
            Map.of("bread", new MinMaxScaler(100, 200), "Brötchen/Süd", new MinMaxScaler(0, 500))));
  }

  static Lineage lineage(LocalDate lastDate) {
    return new Lineage(
        "s3://shop/data/raw/sales.csv",
        "\"abc\"",
        Optional.of("v1"),
        Sha256.hex(lastDate.toString().getBytes()),
        180,
        lastDate.minusDays(179),
        lastDate,
        2);
  }

  static Metrics metrics(double mae) {
    SortedMap<String, SortedMap<String, Double>> methods = new TreeMap<>();
    methods.put("model", new TreeMap<>(Map.of("mae", mae, "rmse", mae * 1.5)));
    methods.put("naive", new TreeMap<>(Map.of("mae", 20.0)));
    return new Metrics(LAST_DATE.minusDays(27), LAST_DATE, 56, methods, mae < 20);
  }

  static Draft draft(long seed) {
    return draft(seed, LAST_DATE);
  }

  /** A draft whose weights depend on the seed and whose data ends on a date. */
  static Draft draft(long seed, LocalDate lastDate) {
    return new Draft(
        "v0.1.0-3-gabcdef",
        lineage(lastDate),
        new TreeMap<>(Map.of("seed", Long.toString(seed), "epochs", "20")),
        network(seed),
        14,
        false,
        scalers(),
        new Training(20, 17, seed, 0.0125),
        metrics(10),
        new Gate(true, false, Optional.empty(), "the first model"),
        "<!doctype html><title>Report</title>");
  }

  static Clock clock(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  static ObjectStore store(Path folder) {
    return ObjectStore.open(
        new Location.Folder(folder), new S3Settings(Optional.empty(), Optional.empty()));
  }

  static Registry registry(Path folder) {
    return registry(folder, NOON);
  }

  /** A registry in a folder, at a certain time. */
  static Registry registry(Path folder, Instant now) {
    return new Registry(store(folder), clock(now));
  }

  /** Publishes a draft and makes it the champion, at a certain time. */
  static String champion(Path folder, Draft draft, Instant now) {
    Registry registry = registry(folder, now);
    String version = registry.publish(draft).version();
    registry.promote(version, Optional.empty(), Registry.By.TRAINING);
    return version;
  }
}
