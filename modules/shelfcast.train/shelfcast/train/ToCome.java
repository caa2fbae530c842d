package shelfcast.train;

import shelfcast.command.ExitCode;
import shelfcast.command.Failure;
import shelfcast.command.Invocation;
import shelfcast.command.Program;

/**
 * A program whose command line stands and whose work comes with the horizon network: it says so and
 * fails, rather than doing half of it.
 *
 * @param name the command's name
 * @param summary what it will do
 */
record ToCome(String name, String summary) implements Program {
  @Override
  public ExitCode run(Invocation in) {
    throw new Failure(
        ExitCode.FAILED,
        "not part of this version yet: it comes with the horizon network. Until then,"
            + " shelfcast-train judges every model on held-back days and writes a report");
  }
}
