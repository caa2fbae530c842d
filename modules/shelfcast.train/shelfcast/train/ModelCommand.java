package shelfcast.train;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import shelfcast.command.Action;
import shelfcast.command.ExitCode;
import shelfcast.command.Failure;
import shelfcast.command.Invocation;
import shelfcast.command.Keys;
import shelfcast.command.Launcher;
import shelfcast.command.Program;
import shelfcast.model.BundleDiff;
import shelfcast.model.BundleSummary;
import shelfcast.model.Finding;
import shelfcast.model.Promotion;
import shelfcast.model.Registry;
import shelfcast.model.Rollback;
import shelfcast.model.Sweep;
import shelfcast.store.EcsService;
import shelfcast.store.ObjectStore;
import shelfcast.store.S3Settings;

/** {@code shelfcast-model}: looks after what is published. */
final class ModelCommand implements Program {
  private static final String NO_MODEL = "There is no model yet: shelfcast-train makes one.";

  /** Runs the program and exits. */
  public static void main(String[] arguments) {
    Launcher.main(new ModelCommand(), arguments);
  }

  @Override
  public String name() {
    return "shelfcast-model";
  }

  @Override
  public String summary() {
    return "Lists, compares, promotes, rolls back, checks and clears the models in a store.";
  }

  @Override
  public List<Action> actions() {
    return List.of(
        new Action("list", "show every model, the newest first"),
        new Action("show", "show what is known of a model", "VERSION"),
        new Action("diff", "show in what two models differ", "VERSION", "OTHER"),
        new Action("promote", "make a model the champion", "VERSION"),
        new Action("rollback", "go back to the champion before, and pin it"),
        new Action("unpin", "let training promote again"),
        new Action(
            "verify",
            "check the files of one model, or of all and of current.json",
            List.of(),
            List.of("VERSION")),
        new Action("gc", "delete old models; see --keep"));
  }

  @Override
  public Optional<ExitCode> classify(RuntimeException e) {
    return Failures.classify(e);
  }

  @Override
  public ExitCode run(Invocation in) {
    S3Settings s3 = Options.s3(in.settings());
    try (ObjectStore store = ObjectStore.open(Options.place(in.settings(), Keys.STORE), s3)) {
      var registry = new Registry(store, InstantSource.system());
      boolean json = in.settings().get(Keys.JSON);
      in.arguments().forEach(version -> requireVersion(registry, store, version));
      return switch (in.action().orElseThrow()) {
        case "list" -> list(registry.list(), in.out(), json);
        case "show" -> show(registry, in.arguments().getFirst(), in.out());
        case "diff" ->
            diff(
                registry.diff(in.arguments().getFirst(), in.arguments().getLast()), in.out(), json);
        case "promote" -> promote(registry, in, s3);
        case "rollback" -> rollback(registry, in, s3);
        case "unpin" -> unpin(registry, in.out(), json);
        case "verify" -> verify(registry, in.arguments(), in.out(), json);
        default -> gc(registry.gc(in.settings().get(Keys.KEEP)), in.out(), json);
      };
    }
  }

  /** Every word after an action names a version. */
  private static void requireVersion(Registry registry, ObjectStore store, String version) {
    if (!registry.has(version)) {
      throw new Failure(
          ExitCode.USAGE,
          "there is no version \""
              + version
              + "\" in "
              + store.location()
              + "; shelfcast-model list shows what is there");
    }
  }

  private static ExitCode list(List<BundleSummary> bundles, PrintStream out, boolean json) {
    if (json) {
      out.println(Json.line(bundles.stream().map(ModelCommand::fields).toList()));
      return ExitCode.DONE;
    }
    if (bundles.isEmpty()) {
      out.println(NO_MODEL);
    }
    for (BundleSummary bundle : bundles) {
      out.println(
          bundle.version()
              + "  "
              + bundle.standing().name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + "  "
              + bundle
                  .manifest()
                  .map(manifest ->
                      "sales to %s, MAE %s"
                          .formatted(manifest.data().lastDate(), mae(fields(bundle))))
                  .or(bundle::problem)
                  .orElse(""));
    }
    return ExitCode.DONE;
  }

  private static String mae(Map<String, Object> fields) {
    return fields.get("mae") instanceof Double mae
        ? String.format(Locale.ROOT, "%.2f", mae)
        : "unknown";
  }

  private static Map<String, Object> fields(BundleSummary bundle) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("version", bundle.version());
    fields.put("standing", bundle.standing().name().toLowerCase(Locale.ROOT));
    fields.put("created_at", bundle.createdAt().toString());
    fields.put("size", bundle.size());
    bundle
        .manifest()
        .ifPresent(manifest -> {
          var metrics = manifest.nextDay().metrics();
          fields.put("data", manifest.data().uri());
          fields.put("last_date", manifest.data().lastDate().toString());
          fields.put("beats_baseline", metrics.beatsBaseline());
          Optional.ofNullable(metrics.methods().get("model"))
              .map(measures -> measures.get("mae"))
              .ifPresent(mae -> fields.put("mae", mae));
        });
    bundle.problem().ifPresent(problem -> fields.put("problem", problem));
    return fields;
  }

  /** The manifest is JSON made to be read by people, so both kinds of reader get it as it is. */
  private static ExitCode show(Registry registry, String version, PrintStream out) {
    byte[] manifest = registry.manifest(version).toJson();
    out.write(manifest, 0, manifest.length);
    return ExitCode.DONE;
  }

  private static ExitCode diff(BundleDiff diff, PrintStream out, boolean json) {
    Map<String, List<BundleDiff.Change>> parts = new LinkedHashMap<>();
    parts.put("data", diff.data());
    parts.put("config", diff.config());
    parts.put("metrics", diff.metrics());
    if (json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("left", diff.left());
      fields.put("right", diff.right());
      parts.forEach(
          (part, changes) -> fields.put(part, changes.stream().map(ModelCommand::fields).toList()));
      out.println(Json.line(fields));
      return ExitCode.DONE;
    }
    parts.forEach((part, changes) -> {
      out.println(part + (changes.isEmpty() ? ": no difference" : ":"));
      for (BundleDiff.Change change : changes) {
        out.println(
            "  %s: %s -> %s"
                .formatted(
                    change.name(),
                    change.left().orElse("(not there)"),
                    change.right().orElse("(not there)")));
      }
    });
    return ExitCode.DONE;
  }

  private static Map<String, Object> fields(BundleDiff.Change change) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", change.name());
    change.left().ifPresent(value -> fields.put("left", value));
    change.right().ifPresent(value -> fields.put("right", value));
    return fields;
  }

  private static ExitCode promote(Registry registry, Invocation in, S3Settings s3) {
    Promotion promotion =
        registry.promote(in.arguments().getFirst(), Optional.empty(), Registry.By.OPERATOR);
    boolean promoted = promotion instanceof Promotion.Promoted;
    say(in, promotion.sentence(), promoted);
    reload(promoted, in, s3);
    return promoted || promotion instanceof Promotion.AlreadyChampion
        ? ExitCode.DONE
        : ExitCode.CHALLENGER_LOST;
  }

  private static ExitCode rollback(Registry registry, Invocation in, S3Settings s3) {
    Rollback rollback = registry.rollback();
    boolean changed = rollback instanceof Rollback.RolledBack;
    say(in, rollback.sentence(), changed);
    reload(changed, in, s3);
    return changed ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static void reload(boolean changed, Invocation in, S3Settings s3) {
    Optional<EcsService> service = Options.ecsService(in.settings());
    if (changed) {
      service.ifPresent(one -> one.forceNewDeployment(s3.endpoint(), s3.region()));
    }
  }

  private static ExitCode unpin(Registry registry, PrintStream out, boolean json) {
    boolean changed = registry.unpin();
    say(
        out,
        json,
        changed ? "Training may promote again." : "Nothing was pinned: training may promote.",
        changed);
    return ExitCode.DONE;
  }

  private static void say(Invocation in, String sentence, boolean changed) {
    say(in.out(), in.settings().get(Keys.JSON), sentence + ".", changed);
  }

  private static void say(PrintStream out, boolean json, String sentence, boolean changed) {
    if (json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("changed", changed);
      fields.put("message", sentence);
      out.println(Json.line(fields));
    } else {
      out.println(sentence);
    }
  }

  private static ExitCode verify(
      Registry registry, List<String> arguments, PrintStream out, boolean json) {
    List<Finding> findings =
        arguments.isEmpty() ? registry.verify() : registry.verify(arguments.getFirst());
    if (json) {
      out.println(
          Json.line(
              findings.stream()
                  .map(
                      finding -> Map.of("subject", finding.subject(), "problem", finding.problem()))
                  .toList()));
    } else if (findings.isEmpty()) {
      out.println(registry.list().isEmpty() ? NO_MODEL : "Everything is as it was published.");
    } else {
      findings.forEach(finding -> out.println(finding.subject() + ": " + finding.problem()));
    }
    return findings.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static ExitCode gc(Sweep sweep, PrintStream out, boolean json) {
    if (json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("versions", sweep.versions());
      fields.put("contexts", sweep.contexts());
      out.println(Json.line(fields));
    } else {
      out.println(
          "Deleted %d models and %d contexts."
              .formatted(sweep.versions().size(), sweep.contexts().size()));
      sweep.versions().forEach(version -> out.println("  " + version));
    }
    return ExitCode.DONE;
  }
}
