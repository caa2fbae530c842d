package shelfcast.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/**
 * One run of a program: what it was told and where it answers.
 *
 * @param settings the value of every key of the program
 * @param action name of the {@link Action} asked for; empty when the program has none
 * @param arguments the words after the action, as many as the action allows
 * @param out standard output: results only. When its reader has gone, writing ends the program
 *     quietly
 * @param console standard error: notices, warnings and progress
 */
public record Invocation(
    Settings settings,
    Optional<String> action,
    List<String> arguments,
    PrintStream out,
    Console console) {
  /** Copies the arguments. */
  public Invocation {
    arguments = List.copyOf(arguments);
  }
}
