package shelfcast.lstm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A few threads that share out numbered tasks; the caller is one of them. Handing out work
 * allocates nothing, and a waiting thread spins for some microseconds before it sleeps, since a
 * batch takes little longer.
 */
final class Crew implements AutoCloseable {

  /** A piece of work for each number. */
  @FunctionalInterface
  interface Work {
    void run(int number);
  }

  private static final int SPINS = 2_000;

  private final Thread owner = Thread.currentThread();
  private final List<Thread> helpers = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger busy = new AtomicInteger();
  private Work work = number -> {};
  private int count;
  private volatile int round;
  private volatile boolean closed;
  private volatile Throwable failure;

  /** A crew of {@code threads} threads, the one that calls included; only that one may use it. */
  Crew(int threads) {
    for (int i = 1; i < threads; i++) {
      helpers.add(Thread.ofPlatform().daemon().name("shelfcast-lstm-" + i).start(this::help));
    }
  }

  /**
   * Runs the work for 0 … count-1, in any order, and returns when all are done.
   *
   * @throws RuntimeException or an Error that the work threw
   */
  void run(int tasks, Work task) {
    if (helpers.isEmpty() || tasks == 1) {
      for (int number = 0; number < tasks; number++) {
        task.run(number);
      }
      return;
    }
    work = task;
    count = tasks;
    next.set(0);
    busy.set(helpers.size());
    round++;
    for (int i = 0; i < helpers.size(); i++) {
      LockSupport.unpark(helpers.get(i));
    }
    takePart();
    for (int spins = 0; busy.get() > 0; spins++) {
      pause(spins);
    }
    rethrow();
  }

  private void help() {
    int seen = 0;
    while (true) {
      for (int spins = 0; round == seen; spins++) {
        if (closed) {
          return;
        }
        pause(spins);
      }
      seen++;
      takePart();
      if (busy.decrementAndGet() == 0) {
        LockSupport.unpark(owner);
      }
    }
  }

  private void takePart() {
    try {
      for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
        work.run(number);
      }
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  private static void pause(int spins) {
    if (spins < SPINS) {
      Thread.onSpinWait();
    } else {
      LockSupport.park();
    }
  }

  private void rethrow() {
    Throwable thrown = failure;
    failure = null;
    switch (thrown) {
      case null -> {}
      case Error error -> throw error;
      case RuntimeException exception -> throw exception;
      default -> throw new IllegalStateException(thrown);
    }
  }

  /** Lets the threads go. */
  @Override
  public void close() {
    closed = true;
    helpers.forEach(LockSupport::unpark);
  }
}
