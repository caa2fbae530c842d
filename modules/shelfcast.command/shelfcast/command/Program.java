package shelfcast.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a launcher must say about itself to be run by {@link Launcher}. */
public interface Program {
  /** The command's name, as in {@code shelfcast-train}. */
  String name();

  /** What the program is for, in one or two lines. */
  String summary();

  /** The keys it understands: those that the table gives to its name. */
  default Set<Key<?>> keys() {
    return Keys.of(name());
  }

  /** What it can be asked to do; empty when the program does one thing. */
  default List<Action> actions() {
    return List.of();
  }

  /**
   * Does the work.
   *
   * @return how it ended
   * @throws Failure to end with a message
   * @throws IOException when reading or writing failed; its message is printed, the code is {@link
   *     ExitCode#FAILED}
   * @throws InterruptedException when asked to stop
   */
  ExitCode run(Invocation in) throws IOException, InterruptedException;

  /**
   * The code for an exception of another room whose message is written for people; empty for one
   * that nobody expected, which is then reported as a bug.
   */
  default Optional<ExitCode> classify(RuntimeException e) {
    return Optional.empty();
  }
}
