package shelfcast.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import shelfcast.features.MinMaxScaler;
import shelfcast.lstm.Architecture;
import shelfcast.lstm.Network;
import shelfcast.model.Draft;
import shelfcast.model.Gate;
import shelfcast.model.Lineage;
import shelfcast.model.Metrics;
import shelfcast.model.Registry;
import shelfcast.model.Scalers;
import shelfcast.model.Training;
import shelfcast.store.Location;
import shelfcast.store.ObjectStore;
import shelfcast.store.S3Settings;

/** A store in a folder with whatever models a test wants, and servers on it. */
final class Shop implements AutoCloseable {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration NEVER = Duration.ofDays(1);

  final Path folder;
  final ObjectStore store;
  final Recorder journal = new Recorder();

  Shop(Path folder) {
    this.folder = folder;
    this.store = ObjectStore.open(Location.parse(folder.toString()), S3Settings.defaults());
  }

  Registry registry() {
    return new Registry(store, Clock.fixed(NOON, ZoneOffset.UTC));
  }

  /** Publishes an untrained model that knows the series {@code milk}. */
  String publish(long seed) {
    MinMaxScaler units = new MinMaxScaler(100, 500);
    SortedMap<String, MinMaxScaler> bySeries = new TreeMap<>();
    bySeries.put("milk", new MinMaxScaler(0, 50));
    LocalDate first = LocalDate.of(2025, 1, 1);
    LocalDate last = LocalDate.of(2025, 6, 30);
    return registry()
        .publish(
            new Draft(
                "abc1234",
                new Lineage(
                    "file:./sales.csv",
                    "tag",
                    Optional.empty(),
                    "0".repeat(64),
                    181,
                    first,
                    last,
                    1),
                new TreeMap<>(),
                Network.initial(new Architecture(2, 4, 1, 1), seed),
                14,
                false,
                new Scalers(units, bySeries),
                new Training(1, 1, seed, 0.5),
                new Metrics(first, last, 28, new TreeMap<>(), true),
                new Gate(true, false, Optional.empty(), "the first model"),
                "<!doctype html>"))
        .version();
  }

  /** Publishes a model and makes it the champion. */
  String promote(long seed) {
    String version = publish(seed);
    registry().promote(version, Optional.empty(), Registry.By.OPERATOR);
    return version;
  }

  /** What the store's champion predicts. */
  double expected(double lag1, double rollingMean7) {
    return registry()
        .champion()
        .orElseThrow()
        .bundle()
        .nextDay()
        .session()
        .predict(lag1, rollingMean7, Optional.empty());
  }

  /** A server that has looked once and looks again when it is told to. */
  Service open() throws IOException, InterruptedException {
    return open(Duration.ofSeconds(20));
  }

  Service open(Duration bodyPatience) throws IOException, InterruptedException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return Service.start(
        store,
        new Service.Options(anyPort, 2, NEVER, bodyPatience),
        Clock.fixed(NOON, ZoneOffset.UTC),
        journal);
  }

  @Override
  public void close() {
    store.close();
  }
}
