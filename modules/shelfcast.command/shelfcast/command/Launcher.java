package shelfcast.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Runs a {@link Program}: reads its settings, and turns whatever happens into one message and one
 * exit code.
 */
public final class Launcher {
  /** What shells report for a process that SIGINT ended. */
  private static final int INTERRUPTED = 130;

  /** What shells report for a process that SIGPIPE ended. */
  private static final int READER_GONE = 141;

  private final Program program;
  private final Map<String, String> environment;
  private final PrintStream out;
  private final Console console;

  private Launcher(
      Program program, Map<String, String> environment, PrintStream out, Console console) {
    this.program = program;
    this.environment = environment;
    this.out = out;
    this.console = console;
  }

  /** Runs {@code program} as this process and ends the process with its exit code. */
  public static void main(Program program, String[] arguments) {
    Map<String, String> environment = System.getenv();
    boolean terminal = Terminal.isStandardError(environment.getOrDefault("TERM", ""));
    PrintStream out = StandardOutput.on(new FileOutputStream(FileDescriptor.out));
    System.exit(run(program, arguments, environment, out, System.err, terminal));
  }

  /**
   * Runs {@code program} with everything given, and returns its exit code: that of {@link
   * ExitCode}, 130 when interrupted, 141 when the reader of {@code out} has gone.
   *
   * @param terminal whether {@code err} is a terminal
   */
  public static int run(
      Program program,
      String[] arguments,
      Map<String, String> environment,
      PrintStream out,
      PrintStream err,
      boolean terminal) {
    Console console = new Console(err, terminal, InstantSource.system());
    return new Launcher(program, environment, out, console).run(List.of(arguments));
  }

  private int run(List<String> arguments) {
    boolean debug = environment.getOrDefault(Keys.DEBUG.variable(), "").matches("1|true");
    try {
      Syntax syntax = new Syntax(program);
      Syntax.Words words = syntax.parse(arguments);
      if (words.help()) {
        out.print(HelpText.of(program));
      } else if (words.version()) {
        out.println(program.name() + " " + Version.text());
      } else {
        Settings settings = SettingsReader.read(program, words.flags(), environment);
        debug = settings.get(Keys.DEBUG);
        ExitCode code = program.run(invocation(settings, words.others(), syntax));
        out.flush();
        return code.code();
      }
      out.flush();
      return ExitCode.DONE.code();
    } catch (StandardOutput.Lost lost) {
      if (lost.readerHasGone()) {
        return READER_GONE;
      }
      return end(ExitCode.FAILED, "standard output cannot be written: " + lost.getMessage());
    } catch (Failure failure) {
      return end(failure.code(), failure.getMessage());
    } catch (IOException e) {
      return end(ExitCode.FAILED, describe(e));
    } catch (UncheckedIOException e) {
      return end(ExitCode.FAILED, describe(e.getCause()));
    } catch (InterruptedException e) {
      return INTERRUPTED;
    } catch (OutOfMemoryError e) {
      return end(ExitCode.FAILED, outOfMemory());
    } catch (RuntimeException e) {
      Optional<ExitCode> expected = program.classify(e);
      return expected.isPresent() ? end(expected.get(), e.getMessage()) : bug(e, debug);
    }
  }

  private Invocation invocation(Settings settings, List<String> words, Syntax syntax) {
    if (program.actions().isEmpty()) {
      return new Invocation(settings, Optional.empty(), List.of(), out, console);
    }
    Map<String, Action> actions =
        program.actions().stream().collect(Collectors.toMap(Action::name, action -> action));
    if (words.isEmpty()) {
      String names = program.actions().stream().map(Action::name).collect(Collectors.joining(", "));
      throw syntax.usage("an action is needed: one of " + names);
    }
    String name = words.getFirst();
    if (!actions.containsKey(name)) {
      throw syntax.usage(
          "unknown action "
              + Quote.of(name)
              + "; the nearest that exists is "
              + Nearest.to(name, actions.keySet()));
    }
    Action action = actions.get(name);
    List<String> rest = words.subList(1, words.size());
    int most = action.required().size() + action.optional().size();
    if (rest.size() < action.required().size() || rest.size() > most) {
      throw syntax.usage(
          "%s takes %s after it, not %s: %s %s"
              .formatted(
                  name,
                  most == 0 ? "nothing" : action.synopsis().substring(name.length() + 1),
                  rest.isEmpty() ? "nothing" : Quote.of(String.join(" ", rest)),
                  program.name(),
                  action.synopsis()));
    }
    return new Invocation(settings, Optional.of(name), rest, out, console);
  }

  private int end(ExitCode code, String message) {
    console.endBar();
    console.line(program.name() + ": " + message);
    return code.code();
  }

  private int bug(RuntimeException e, boolean debug) {
    StackTraceElement[] trace = e.getStackTrace();
    String place = trace.length == 0 ? "" : " at " + trace[0];
    String advice =
        "Please report it as CONTRIBUTING.md says, with what you ran; SHELFCAST_DEBUG=true shows"
            + " the whole stack trace";
    String bug = "this is a bug: " + e + place + " (version " + Version.text() + "). " + advice;
    int code = end(ExitCode.FAILED, bug);
    if (debug) {
      console.trace(e);
    }
    return code;
  }

  private static String outOfMemory() {
    long heap = Runtime.getRuntime().maxMemory() >> 20;
    return "out of memory: Java may use "
        + heap
        + " MiB. Give it more, as in JDK_JAVA_OPTIONS=-Xmx4g, or give it less to do";
  }

  /** What to say of {@code e}: messages of file system exceptions are often the bare name. */
  private static String describe(IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> "there is no file " + missing.getMessage();
      case AccessDeniedException denied -> "not allowed to use " + denied.getMessage();
      default -> e.getMessage() == null ? e.toString() : e.getMessage();
    };
  }
}
