package shelfcast.testing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A started program. Closing it kills it and whatever it has started. */
public final class Running implements AutoCloseable {
  private final Process process;
  private final String name;
  private final Capture out;
  private final Capture err;

  Running(Process process, String name) {
    this.process = process;
    this.name = name;
    this.out = Capture.of(process.getInputStream());
    this.err = Capture.of(process.getErrorStream());
  }

  /** The process that was started; a launcher's pid is its JVM's. */
  public Process process() {
    return process;
  }

  /** What it has written to standard output until now. */
  public String out() {
    return out.text();
  }

  /** What it has written to standard error until now. */
  public String err() {
    return err.text();
  }

  /**
   * Waits for the program's end.
   *
   * @throws AssertionError if it is still running when the time is over; it is killed then
   */
  public Result result(Duration bound) {
    try {
      if (!process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
        close();
        throw new AssertionError("%s still ran after %s%n%s".formatted(name, bound, err.text()));
      }
      return new Result(process.exitValue(), out.whole(bound), err.whole(bound));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + name, e);
    }
  }

  /**
   * Waits for the first line of standard output.
   *
   * @throws AssertionError if there is none when the time is over or the program has ended
   */
  public String firstLine(Duration bound) {
    try {
      return out.firstLine(bound)
          .orElseThrow(
              () -> new AssertionError("%s printed no line%n%s".formatted(name, err.text())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + name, e);
    }
  }

  /** Asks the program to end, by SIGTERM, and waits for that. */
  public Result stop(Duration bound) {
    process.destroy();
    return result(bound);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
