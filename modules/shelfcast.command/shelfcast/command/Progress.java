package shelfcast.command;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a piece of work has come. On a terminal it is a bar with the time left, redrawn ten times
 * a second at most; elsewhere JSON lines, {@code
 * {"event":"progress","task":"training","done":10,"total":100}}: one at each tenth of the work but
 * no two within a second, one a minute when tenths take longer, and one at the end. May be used by
 * several threads.
 */
public final class Progress implements AutoCloseable {
  private static final Duration REDRAW = Duration.ofMillis(100);
  private static final Duration SHORTEST_GAP = Duration.ofSeconds(1);
  private static final Duration LONGEST_GAP = Duration.ofMinutes(1);
  private static final int BAR = 30;

  private final Console console;
  private final String task;
  private final long total;
  private final Instant started;
  private Instant shownAt;
  private long shown;
  private long done;
  private boolean closed;

  Progress(Console console, String task, long total) {
    if (total < 1) {
      throw new IllegalArgumentException("progress needs at least one step, not " + total);
    }
    this.console = console;
    this.task = task;
    this.total = total;
    started = console.now();
    shownAt = started;
  }

  /** One more step is done. */
  public void step() {
    synchronized (console) {
      at(done + 1);
    }
  }

  /**
   * {@code steps} of the total are done now; more than the total counts as the total, less than
   * before as before.
   */
  public void at(long steps) {
    synchronized (console) {
      long reached = Math.min(steps, total);
      if (closed || reached <= done) {
        return;
      }
      done = reached;
      Duration gap = Duration.between(shownAt, console.now());
      if (console.terminal() ? done == total || gap.compareTo(REDRAW) >= 0 : lineIsDue(gap)) {
        show();
      }
    }
  }

  /** Ends the bar's line. Work that stops early leaves the bar where it stood. */
  @Override
  public void close() {
    synchronized (console) {
      if (closed) {
        return;
      }
      if (done > shown) {
        show();
      }
      closed = true;
      console.endBar();
    }
  }

  private boolean lineIsDue(Duration gap) {
    boolean tenth = done * 10 / total > shown * 10 / total;
    return done == total
        || tenth && gap.compareTo(SHORTEST_GAP) >= 0
        || gap.compareTo(LONGEST_GAP) >= 0;
  }

  private void show() {
    shown = done;
    shownAt = console.now();
    if (console.terminal()) {
      console.drawBar(bar());
    } else {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("task", task);
      fields.put("done", done);
      fields.put("total", total);
      console.event("progress", fields);
    }
  }

  private String bar() {
    int filled = (int) (BAR * done / total);
    String bar = "#".repeat(filled) + ".".repeat(BAR - filled);
    return "%s [%s] %3d %%  %d/%d%s"
        .formatted(task, bar, 100 * done / total, done, total, timeLeft());
  }

  private String timeLeft() {
    long elapsed = Duration.between(started, shownAt).toMillis();
    if (done == total || elapsed < 1000) {
      return "";
    }
    long seconds = Math.round(elapsed / 1000.0 * (total - done) / done);
    return seconds < 3600
        ? "  %d:%02d left".formatted(seconds / 60, seconds % 60)
        : "  %d:%02d:%02d left".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
