package shelfcast.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A program to start in a process of its own, as a user starts it. Of this process's environment it
 * inherits neither {@code SHELFCAST_*} nor {@code AWS_*}, so that a test means the same on every
 * machine. Immutable: each {@code with} method gives a new command.
 *
 * <pre>{@code
 * Result result = Command.of("shelfcast-train", "--store", store).run();
 * assertEquals(3, result.exit(), result.err());
 * }</pre>
 */
public final class Command {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final List<String> words;
  private final Map<String, String> environment;
  private final Optional<Path> folder;
  private final String input;
  private final Duration bound;

  private Command(
      List<String> words,
      Map<String, String> environment,
      Optional<Path> folder,
      String input,
      Duration bound) {
    this.words = List.copyOf(words);
    this.environment = Map.copyOf(environment);
    this.folder = folder;
    this.input = input;
    this.bound = bound;
  }

  /**
   * One of Shelfcast's programs, from the image or from the module path.
   *
   * @param launcher its name: {@code shelfcast-train}
   */
  public static Command of(String launcher, String... arguments) {
    List<String> words = new ArrayList<>(Launch.words(launcher));
    words.addAll(List.of(arguments));
    return ofWords(words);
  }

  /** Any program: {@code curl}, {@code sh}, a launcher by another path. */
  public static Command ofWords(List<String> words) {
    return new Command(words, Map.of(), Optional.empty(), "", PATIENCE);
  }

  /** The folder that {@code make image} makes, absolute. */
  public static Path image() {
    return Launch.image();
  }

  /** With one more environment variable. */
  public Command with(String variable, String value) {
    Map<String, String> more = new TreeMap<>(environment);
    more.put(variable, value);
    return new Command(words, more, folder, input, bound);
  }

  /** With another working folder than this process's. */
  public Command in(Path workingFolder) {
    return new Command(words, environment, Optional.of(workingFolder), input, bound);
  }

  /** With text on its standard input; without this it reads an empty one. */
  public Command withInput(String text) {
    return new Command(words, environment, folder, text, bound);
  }

  /** With another bound on its running time than two minutes. */
  public Command within(Duration time) {
    return new Command(words, environment, folder, input, time);
  }

  /**
   * Runs the program to its end.
   *
   * @throws AssertionError if it is still running when its time is over; it is killed then
   */
  public Result run() {
    Running running = start();
    try {
      return running.result(bound);
    } finally {
      running.close();
    }
  }

  /** Starts the program and lets it run; the caller closes it. */
  public Running start() {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder
        .environment()
        .keySet()
        .removeIf(name ->
            name.startsWith("SHELFCAST_")
                || name.startsWith("AWS_")
                || name.equals("JAVA_TOOL_OPTIONS"));
    builder.environment().putAll(environment);
    folder.ifPresent(path -> builder.directory(path.toFile()));
    try {
      Process process = builder.start();
      try (OutputStream stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException programEndedWithoutReading) {
        process.onExit().orTimeout(bound.toMillis(), TimeUnit.MILLISECONDS).join();
      }
      return new Running(process, String.join(" ", words));
    } catch (IOException e) {
      throw new UncheckedIOException("can't start " + words.getFirst(), e);
    }
  }

  /**
   * Starts {@code shelfcast-serve} (or a program like it) and waits until it answers.
   *
   * @throws AssertionError if it ends, or its time is over, before it answers
   */
  public Server serve() {
    return new Server(start(), bound);
  }

  @Override
  public String toString() {
    return String.join(" ", words);
  }
}
