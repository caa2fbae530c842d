package shelfcast.train;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import shelfcast.command.Console;
import shelfcast.command.ExitCode;
import shelfcast.command.Keys;
import shelfcast.command.Progress;
import shelfcast.command.Settings;
import shelfcast.command.Version;
import shelfcast.evaluate.NextDayGate;
import shelfcast.evaluate.NextDayOptions;
import shelfcast.evaluate.NextDayReport;
import shelfcast.evaluate.NextDayTraining;
import shelfcast.features.FeatureFile;
import shelfcast.features.NextDayFeatures;
import shelfcast.ingest.Returns;
import shelfcast.ingest.SalesReader;
import shelfcast.ingest.SalesTable;
import shelfcast.ingest.Series;
import shelfcast.lstm.EpochLoss;
import shelfcast.model.Bundle;
import shelfcast.model.Context;
import shelfcast.model.Draft;
import shelfcast.model.Gate;
import shelfcast.model.Lineage;
import shelfcast.model.Manifest;
import shelfcast.model.Pointer;
import shelfcast.model.Promotion;
import shelfcast.model.Registry;
import shelfcast.store.Location;
import shelfcast.store.ObjectStore;
import shelfcast.store.ObjectStream;
import shelfcast.store.S3Settings;

/**
 * One training from end to end: read, compute features and keep them, train and judge, publish the
 * bundle and the context, and only then move the pointer. Whatever fails on the way leaves the
 * champion as it was.
 */
final class TrainingRun {
  private final Settings settings;
  private final S3Settings s3;
  private final ObjectStore store;
  private final Console console;
  private final Registry registry;

  TrainingRun(
      Settings settings, S3Settings s3, ObjectStore store, Console console, InstantSource clock) {
    this.settings = settings;
    this.s3 = s3;
    this.store = store;
    this.console = console;
    this.registry = new Registry(store, clock);
  }

  /**
   * What came of a training.
   *
   * @param manifest the manifest of the bundle published
   * @param name {@code promoted}, {@code already_champion}, {@code gate_lost}, {@code pinned} or
   *     {@code older_data}
   * @param code the code that the program ends with
   */
  record Outcome(Manifest manifest, String name, ExitCode code) {}

  Outcome train(SalesSource source) throws IOException {
    // Asked first, so that a store that does not answer, or was written by a later version, is
    // known
    // before minutes of training.
    Optional<Pointer> champion = registry.current();
    registry.checkChampionFormat();
    Read read = read(source);
    SalesTable table = read.table();
    table.notices().forEach(console::notice);
    keepFeatures(read.data().sha256(), table);

    boolean returnsKept = Options.reading(settings).returns() == Returns.KEEP;
    var options = Options.nextDay(settings);
    var trained = train(table, options, returnsKept);
    Gate gate =
        NextDayGate.decide(
            trained.judgement(), champion.map(Pointer::version), settings.get(Keys.FORCE));
    var config = settings.inForce();
    var report = new NextDayReport(trained.judgement(), gate, read.data(), config).html();
    Bundle bundle =
        registry.publish(
            new Draft(
                Version.text(),
                read.data(),
                config,
                trained.network(),
                options.window(),
                returnsKept,
                trained.scalers(),
                trained.training(),
                trained.judgement().toMetrics(),
                gate,
                report));
    console.notice(gate.reason());
    if (!trained.judgement().beatsNaive() && gate.passed()) {
      console.warning(
          "on the days held back this model is no better than naive, the value of the day before");
    }
    return promote(bundle, registry.publishContext(Context.of(table, Map.of())));
  }

  private Outcome promote(Bundle bundle, String context) {
    Manifest manifest = bundle.manifest();
    if (!manifest.nextDay().gate().passed()) {
      registry.moveContext(context, manifest.data().lastDate());
      return new Outcome(manifest, "gate_lost", ExitCode.CHALLENGER_LOST);
    }
    Promotion promotion =
        registry.promote(bundle.version(), Optional.of(context), Registry.By.TRAINING);
    console.notice(promotion.sentence() + ".");
    return switch (promotion) {
      case Promotion.Promoted _ -> new Outcome(manifest, "promoted", ExitCode.DONE);
      case Promotion.AlreadyChampion _ -> new Outcome(manifest, "already_champion", ExitCode.DONE);
      case Promotion.Pinned _ -> new Outcome(manifest, "pinned", ExitCode.CHALLENGER_LOST);
      case Promotion.OlderData _ -> new Outcome(manifest, "older_data", ExitCode.CHALLENGER_LOST);
    };
  }

  private record Read(SalesTable table, Lineage data) {}

  private Read read(SalesSource source) throws IOException {
    try (ObjectStore from = ObjectStore.open(source.place(), s3);
        ObjectStream object = source.open(from)) {
      var digest = new DigestInputStream(object.stream(), sha256());
      SalesTable table = SalesReader.read(source.uri(), digest, Options.reading(settings));
      // What the reader left unread, such as bytes after the last member of a gzip file.
      digest.transferTo(OutputStream.nullOutputStream());
      String hash = HexFormat.of().formatHex(digest.getMessageDigest().digest());
      return new Read(
          table,
          new Lineage(
              source.uri(),
              object.info().etag(),
              object.info().versionId(),
              hash,
              table.rows(),
              table.firstDate(),
              table.lastDate(),
              table.series().size()));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private void keepFeatures(String sha256, SalesTable table) {
    Optional<Location> elsewhere = Options.findPlace(settings, Keys.FEATURES);
    String name = sha256 + ".csv.gz";
    if (elsewhere.isEmpty()) {
      writeFeatures(store, "features/" + name, table);
    } else {
      try (ObjectStore features = ObjectStore.open(elsewhere.get(), s3)) {
        writeFeatures(features, name, table);
      }
    }
  }

  private static void writeFeatures(ObjectStore to, String key, SalesTable table) {
    to.put(
        key,
        out -> {
          try (var file = new FeatureFile(out)) {
            for (Series series : table.series()) {
              file.write(NextDayFeatures.of(series));
            }
          }
        });
  }

  private NextDayTraining.Trained train(
      SalesTable table, NextDayOptions options, boolean returnsKept) {
    try (var bar = new Bar()) {
      return NextDayTraining.run(table, options, returnsKept, bar);
    }
  }

  /** A progress bar for each fit. */
  private final class Bar implements NextDayTraining.Listener, AutoCloseable {
    private Optional<Progress> progress = Optional.empty();

    @Override
    public void begins(String name, int epochs) {
      close();
      progress = Optional.of(console.progress(name, epochs));
    }

    @Override
    public void epochEnded(EpochLoss loss) {
      progress.ifPresent(Progress::step);
    }

    @Override
    public void close() {
      progress.ifPresent(Progress::close);
    }
  }
}
