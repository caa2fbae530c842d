package shelfcast.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program that understands the keys of shelfcast-train and does what a test says. */
final class FakeProgram implements Program {
  private final List<Action> actions;
  private final Work work;
  private Optional<Invocation> seen = Optional.empty();

  FakeProgram(Work work, Action... actions) {
    this.work = work;
    this.actions = List.of(actions);
  }

  /** What the program does. */
  interface Work {
    ExitCode run(Invocation in) throws IOException, InterruptedException;
  }

  /** What came of a run. */
  record Outcome(int code, String out, String err, Optional<Invocation> seen) {
    Settings settings() {
      return seen.orElseThrow(() -> new AssertionError("the program was not reached: " + err))
          .settings();
    }
  }

  /** A program that does nothing and succeeds. */
  static FakeProgram idle(Action... actions) {
    return new FakeProgram(in -> ExitCode.DONE, actions);
  }

  static Outcome run(String... arguments) {
    return idle().with(Map.of(), arguments);
  }

  Outcome with(Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    int code = Launcher.run(this, arguments, environment, StandardOutput.on(out), errors, false);
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), seen);
  }

  @Override
  public String name() {
    return "shelfcast-train";
  }

  @Override
  public String summary() {
    return "Does what a test says.";
  }

  @Override
  public List<Action> actions() {
    return actions;
  }

  @Override
  public ExitCode run(Invocation in) throws IOException, InterruptedException {
    seen = Optional.of(in);
    return work.run(in);
  }

  @Override
  public Optional<ExitCode> classify(RuntimeException e) {
    return e instanceof UnsupportedOperationException
        ? Optional.of(ExitCode.STORE)
        : Optional.empty();
  }
}
