package shelfcast.datagen;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import shelfcast.command.ExitCode;
import shelfcast.command.Failure;
import shelfcast.command.Invocation;
import shelfcast.command.Keys;
import shelfcast.command.Launcher;
import shelfcast.command.Program;
import shelfcast.command.Settings;
import shelfcast.store.ObjectStore;
import shelfcast.store.StoreException;

/**
 * {@code shelfcast-datagen}: writes made-up sales into a store, to {@value #KEY}, or to a file.
 *
 * <p>The bytes depend on the flags and on nothing else, on any machine and JDK. Series {@code n} is
 * the same in a panel of any size with the same seed.
 */
final class Datagen implements Program {
  static final String KEY = "data/raw/sales.csv";

  /** Later dates do not fit into the ten characters of a date. */
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  /** Runs the program as this process. */
  public static void main(String[] arguments) {
    Launcher.main(new Datagen(), arguments);
  }

  @Override
  public String name() {
    return "shelfcast-datagen";
  }

  @Override
  public String summary() {
    return "Writes made-up daily sales, 100 to 500 units a day with weekday and yearly season,"
        + " trend, promotions and noise, to "
        + KEY
        + " in a store or to a file. One series of 180 days, or a panel of any size, streamed"
        + " series by series in constant memory. The same flags give the same bytes.";
  }

  @Override
  public ExitCode run(Invocation in) throws IOException {
    Settings settings = in.settings();
    Plan plan = plan(settings);
    Optional<String> out = settings.find(Keys.OUT);
    if (out.isPresent() && settings.source(Keys.STORE).equals(Keys.STORE.flag())) {
      throw settings.reject(Keys.OUT, "left out when --store says where to write");
    }
    if (out.isEmpty()) {
      try (ObjectStore store = Stores.open(settings, Stores.location(settings))) {
        store.put(KEY, stream -> SalesFile.write(plan, stream));
        in.console().notice(written(plan) + store.location().resolve(KEY));
      }
    } else if (out.get().equals("-")) {
      SalesFile.write(plan, in.out());
    } else {
      Path file = file(settings);
      try {
        Destination.write(file, stream -> SalesFile.write(plan, stream));
      } catch (IOException e) {
        throw new Failure(ExitCode.FAILED, file + " cannot be written: " + reason(e));
      }
      in.console().notice(written(plan) + file);
    }
    return ExitCode.DONE;
  }

  @Override
  public Optional<ExitCode> classify(RuntimeException e) {
    return e instanceof StoreException ? Optional.of(ExitCode.STORE) : Optional.empty();
  }

  private static Plan plan(Settings settings) {
    LocalDate start = settings.get(Keys.START);
    int days = settings.get(Keys.DAYS);
    if (start.plusDays(days - 1L).isAfter(LAST_DAY)) {
      throw settings.reject(Keys.START, "at least --days before " + LAST_DAY);
    }
    return new Plan(
        settings.get(Keys.SEED), start, days, layout(settings), settings.get(Keys.INTERMITTENT));
  }

  private static Plan.Layout layout(Settings settings) {
    Optional<Integer> series = settings.find(Keys.SERIES);
    Optional<Integer> stores = settings.find(Keys.STORES);
    Optional<Integer> items = settings.find(Keys.ITEMS);
    if (stores.isPresent() || items.isPresent()) {
      if (series.isPresent()) {
        throw settings.reject(
            Keys.SERIES, "left out when --stores and --items say how many series there are");
      }
      return new Plan.Shops(stores.orElse(1), items.orElse(1));
    }
    return series.<Plan.Layout>map(Plan.Panel::new).orElseGet(Plan.Single::new);
  }

  private static Path file(Settings settings) {
    try {
      Path file = Path.of(settings.get(Keys.OUT));
      Path folder = file.toAbsolutePath().getParent();
      if (folder == null || Files.isDirectory(file)) {
        throw settings.reject(Keys.OUT, "a file, not a folder");
      }
      if (!Files.isDirectory(folder)) {
        throw new Failure(
            ExitCode.USAGE,
            settings.source(Keys.OUT)
                + " names a file in "
                + folder
                + ", which is not there: create that folder");
      }
      return file;
    } catch (InvalidPathException e) {
      throw settings.reject(Keys.OUT, "the name of a file: " + e.getMessage());
    }
  }

  /** Why a file cannot be written, without the name of the draft that was tried. */
  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "permission denied";
      case NoSuchFileException missing -> "no file can be made there";
      case FileSystemException named when named.getReason() != null -> named.getReason();
      default -> e.getMessage();
    };
  }

  private static String written(Plan plan) {
    return "wrote %d rows, %d series from %s to %s, to "
        .formatted(
            plan.rows(),
            plan.layout().series(),
            plan.start(),
            plan.start().plusDays(plan.days() - 1L));
  }
}
