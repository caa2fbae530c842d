package shelfcast.serve;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Looks at the store again and again on a thread of its own, first at once. Between two looks lies
 * the interval, a tenth shorter or longer by chance, so that many servers do not ask in step.
 */
final class Poller implements AutoCloseable {
  private static final double JITTER = 0.1;

  private final Runnable look;
  private final Duration interval;
  private final Journal journal;
  private final CountDownLatch first = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  private Poller(Runnable look, Duration interval, Journal journal) {
    this.look = look;
    this.interval = interval;
    this.journal = journal;
  }

  /** Starts to look. */
  static Poller start(Runnable look, Duration interval, Journal journal) {
    Poller poller = new Poller(look, interval, journal);
    Thread.ofPlatform().name("shelfcast-poll").daemon().start(poller::run);
    return poller;
  }

  private void run() {
    try {
      do {
        lookOnce();
        first.countDown();
      } while (!closed.await(pause(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      // Nobody else holds the thread: whoever interrupts it wants it to end, and so it does.
    }
  }

  private void lookOnce() {
    try {
      look.run();
    } catch (RuntimeException e) {
      // A mistake of ours must not end the looking: the next champion may be all right.
      journal.failure("looking at the store failed", e);
    }
  }

  private long pause() {
    return (long)
        (interval.toNanos() * ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER));
  }

  /** Waits for the first look. Whether it ended within the limit. */
  boolean awaitFirst(Duration limit) throws InterruptedException {
    return first.await(limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Lets a look that is under way end, and looks no more. */
  @Override
  public void close() {
    closed.countDown();
  }
}
