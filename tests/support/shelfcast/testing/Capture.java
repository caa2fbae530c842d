package shelfcast.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Reads what a process writes, on a thread of its own, until the process closes its end. */
final class Capture {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final StringBuilder text = new StringBuilder();
  private boolean ended;

  private Capture() {}

  static Capture of(InputStream stream) {
    Capture capture = new Capture();
    Thread.ofVirtual().start(() -> capture.read(stream));
    return capture;
  }

  /** What has been written until now. */
  String text() {
    lock.lock();
    try {
      return text.toString();
    } finally {
      lock.unlock();
    }
  }

  /** What has been written when the writer closes its end, or the time is over. */
  String whole(Duration bound) throws InterruptedException {
    await(() -> ended, bound);
    return text();
  }

  /** The first line, as soon as it is whole; empty if the writer ends, or the time, before that. */
  Optional<String> firstLine(Duration bound) throws InterruptedException {
    await(() -> ended || text.indexOf("\n") >= 0, bound);
    String written = text();
    int end = written.indexOf('\n');
    return end < 0 ? Optional.empty() : Optional.of(written.substring(0, end));
  }

  private void await(BooleanSupplier condition, Duration bound) throws InterruptedException {
    lock.lock();
    try {
      long nanos = bound.toNanos();
      while (!condition.getAsBoolean() && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
  }

  private void read(InputStream stream) {
    try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      char[] buffer = new char[4096];
      for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
        add(new String(buffer, 0, count), false);
      }
      add("", true);
    } catch (IOException closed) { // a process that was killed
      add("", true);
    }
  }

  private void add(String more, boolean last) {
    lock.lock();
    try {
      text.append(more);
      ended = last;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
