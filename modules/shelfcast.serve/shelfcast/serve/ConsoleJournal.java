package shelfcast.serve;

import java.io.PrintWriter;
import java.io.StringWriter;
import shelfcast.command.Console;

/**
 * Writes the journal to standard error, through the program's console.
 *
 * @param console where lines go
 */
record ConsoleJournal(Console console) implements Journal {
  @Override
  public void notice(String message) {
    console.notice(message);
  }

  @Override
  public void warning(String message) {
    console.warning(message);
  }

  @Override
  public void failure(String message, RuntimeException cause) {
    StringWriter trace = new StringWriter();
    cause.printStackTrace(new PrintWriter(trace, true));
    console.warning(message + ": " + trace);
  }
}
