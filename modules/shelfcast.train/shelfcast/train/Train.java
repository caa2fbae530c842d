package shelfcast.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import shelfcast.command.ExitCode;
import shelfcast.command.Failure;
import shelfcast.command.Invocation;
import shelfcast.command.Keys;
import shelfcast.command.Launcher;
import shelfcast.command.Program;
import shelfcast.command.Settings;
import shelfcast.store.EcsService;
import shelfcast.store.ObjectStore;
import shelfcast.store.S3Settings;

/** {@code shelfcast-train}: learns from the sales in a place, and publishes the model. */
final class Train implements Program {
  /** Runs the program and exits. */
  public static void main(String[] arguments) {
    Launcher.main(new Train(), arguments);
  }

  @Override
  public String name() {
    return "shelfcast-train";
  }

  @Override
  public String summary() {
    return "Learns from a CSV of sales, judges the model on days it has not seen, and publishes"
        + " it.";
  }

  @Override
  public Optional<ExitCode> classify(RuntimeException e) {
    return Failures.classify(e);
  }

  @Override
  public ExitCode run(Invocation in) throws IOException {
    Settings settings = in.settings();
    if (!settings.get(Keys.MODELS).equals("next-day")) {
      throw settings.reject(
          Keys.MODELS, "next-day: the horizon network is not part of this version yet");
    }
    if (settings.isGiven(Keys.FUTURE)) {
      throw settings.reject(
          Keys.FUTURE, "left out: in this version the days to come are rows of the sales file");
    }
    Optional<EcsService> service = Options.ecsService(settings);
    S3Settings s3 = Options.s3(settings);
    var place = Options.place(settings, Keys.STORE);
    SalesSource source = source(settings, s3);
    try (ObjectStore store = ObjectStore.open(place, s3)) {
      var run = new TrainingRun(settings, s3, store, in.console(), InstantSource.system());
      TrainingRun.Outcome outcome = run.train(source);
      // First, lest a deployment that fails hides what has been published.
      in.out().println(Json.line(result(outcome)));
      if (outcome.code() == ExitCode.DONE) {
        service.ifPresent(one -> {
          one.forceNewDeployment(s3.endpoint(), s3.region());
          in.console().notice("ECS starts new tasks for " + one + ".");
        });
      }
      return outcome.code();
    }
  }

  private static Map<String, Object> result(TrainingRun.Outcome outcome) {
    var metrics = outcome.manifest().nextDay().metrics();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("version", outcome.manifest().version());
    fields.put("outcome", outcome.name());
    fields.put("beats_baseline", metrics.beatsBaseline());
    fields.put("from", metrics.from().toString());
    fields.put("to", metrics.to().toString());
    metrics
        .methods()
        .forEach((method, measures) ->
            Optional.ofNullable(measures.get("mae"))
                .ifPresent(mae -> fields.put(method + "_mae", mae)));
    return fields;
  }

  private static SalesSource source(Settings settings, S3Settings s3) throws IOException {
    Optional<String> event = settings.find(Keys.EVENT);
    if (event.isPresent()) {
      // A task may have both from its environment, where the event is the more precise.
      if (settings.source(Keys.DATA).equals(Keys.DATA.flag())) {
        throw settings.reject(Keys.DATA, "left out where --event names the sales");
      }
      return SalesSource.of(S3Event.parse(event.get(), read(event.get())));
    }
    return Options.findPlace(settings, Keys.DATA)
        .map(named -> SalesSource.find(named, s3))
        .orElseGet(() -> SalesSource.arrivedIn(Options.place(settings, Keys.STORE)));
  }

  private static String read(String file) throws IOException {
    if (file.equals("-")) {
      return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Path path = Path.of(file);
    if (Files.notExists(path) || Files.isDirectory(path)) {
      throw new Failure(ExitCode.USAGE, "--event names " + file + ", and there is no such file.");
    }
    return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
  }
}
