package shelfcast.serve;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests that have begun and not yet ended, and waits for the last of them. */
final class InFlight {
  private final AtomicInteger count = new AtomicInteger();
  private volatile boolean awaited;

  /** A request has begun. */
  void begin() {
    count.incrementAndGet();
  }

  /** A request's answer has been written, or its connection is gone. */
  void end() {
    if (count.decrementAndGet() == 0 && awaited) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /** Requests begun and not ended. */
  int count() {
    return count.get();
  }

  /**
   * Waits until no request is in flight.
   *
   * @return whether that happened within the limit
   */
  synchronized boolean awaitNone(Duration limit) throws InterruptedException {
    awaited = true;
    long deadline = System.nanoTime() + limit.toNanos();
    while (count.get() > 0) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }
}
