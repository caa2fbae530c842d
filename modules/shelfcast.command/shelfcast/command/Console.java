package shelfcast.command;

import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * Standard error: notices and warnings of one line each, and progress. Neither colours nor cursor
 * movements are ever written, save the carriage return that redraws a progress bar on a terminal.
 * May be used by several threads.
 */
public final class Console {
  /** A terminal of 80 columns stays on one line. */
  private static final int WIDTH = 79;

  private final PrintStream err;
  private final boolean terminal;
  private final InstantSource clock;
  private String bar = "";

  /**
   * A console that writes to {@code err}.
   *
   * @param terminal whether a person watches: progress is a bar then, else JSON lines
   * @param clock says how much time has passed between two steps
   */
  public Console(PrintStream err, boolean terminal, InstantSource clock) {
    this.err = err;
    this.terminal = terminal;
    this.clock = clock;
  }

  /** Says something worth knowing, in one line. */
  public void notice(String message) {
    line(message);
  }

  /**
   * Says something that should perhaps be mended, in one line that starts with {@code warning:}.
   */
  public void warning(String message) {
    line("warning: " + message);
  }

  /**
   * Starts to show how {@code task} goes, {@code total} steps (1 or more) to come. Close it to end
   * its line; one is shown at a time.
   */
  public Progress progress(String task, long total) {
    return new Progress(this, task, total);
  }

  /**
   * Tells a machine that watches: {@code {"event":NAME, ...fields}} on one line. On a terminal
   * nothing is written.
   *
   * @param fields values are strings, numbers and booleans
   */
  public void event(String name, Map<String, ?> fields) {
    if (!terminal) {
      line(JsonLine.of(name, fields));
    }
  }

  synchronized void line(String text) {
    boolean over = !bar.isEmpty();
    if (over) {
      err.print("\r" + " ".repeat(bar.length()) + "\r");
    }
    err.println(text);
    if (over) {
      err.print(bar);
    }
    err.flush();
  }

  synchronized void drawBar(String text) {
    String next = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
    err.print("\r" + next + " ".repeat(Math.max(0, bar.length() - next.length())));
    err.flush();
    bar = next;
  }

  synchronized void endBar() {
    if (!bar.isEmpty()) {
      bar = "";
      err.println();
      err.flush();
    }
  }

  synchronized void trace(RuntimeException e) {
    e.printStackTrace(err);
    err.flush();
  }

  boolean terminal() {
    return terminal;
  }

  Instant now() {
    return clock.instant();
  }
}
