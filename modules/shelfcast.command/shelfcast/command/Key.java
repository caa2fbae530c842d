package shelfcast.command;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One setting: its name gives the flag, the environment variable and the key in the JSON file.
 *
 * @param name words with hyphens between them, as in {@code batch-size}
 * @param kind what values it takes
 * @param standard the value when nobody gives one; empty when there is none
 * @param unset what holds then, for people: the default's text, or words such as "all processors"
 * @param placeholder stands for the value in help, as {@code URI}
 * @param help what it does, in one sentence
 * @param group heading it stands under in help and documentation
 * @param programs names of the programs that understand it
 * @param <T> type of its value
 */
public record Key<T>(
    String name,
    Kind<T> kind,
    Optional<T> standard,
    String unset,
    String placeholder,
    String help,
    Group group,
    Set<String> programs) {

  /** What every environment variable of ours starts with. */
  static final String ENVIRONMENT_PREFIX = "SHELFCAST_";

  /** Copies the set. */
  public Key {
    programs = Set.copyOf(programs);
  }

  /** Headings, in the order in which help shows them. */
  public enum Group {
    /** Where things are read and written. */
    PLACES("Places"),
    /** How the columns of a sales file are to be read. */
    COLUMNS("Sales file"),
    /** What is learnt and how. */
    TRAINING("Training"),
    /** What is forecast. */
    FORECASTING("Forecasting"),
    /** The HTTP server. */
    SERVING("Serving"),
    /** Made-up sales. */
    DATA_GENERATION("Data generation"),
    /** The event that starts training. */
    TRIGGER("Event"),
    /** Everything else. */
    GENERAL("General");

    private final String heading;

    Group(String heading) {
      this.heading = heading;
    }

    String heading() {
      return heading;
    }
  }

  /** The flag on the command line: {@code --batch-size}. */
  public String flag() {
    return "--" + name;
  }

  /** The environment variable: {@code SHELFCAST_BATCH_SIZE}. */
  public String variable() {
    return ENVIRONMENT_PREFIX + fileKey().toUpperCase(Locale.ROOT);
  }

  /** The key in the JSON file: {@code batch_size}. */
  public String fileKey() {
    return name.replace('-', '_');
  }
}
