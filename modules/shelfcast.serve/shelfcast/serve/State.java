package shelfcast.serve;

import java.time.Instant;
import java.util.Optional;

/**
 * All that a request may need to know of the server, swapped as one reference.
 *
 * @param serving what predictions are made from
 * @param silent since when and why the store has not answered; empty while it does
 * @param refused the champion that the store names and that was not taken into use, if there is one
 * @param draining whether the server is about to stop
 */
record State(
    Serving serving, Optional<Trouble> silent, Optional<Trouble> refused, boolean draining) {

  /**
   * Something that keeps the server from using what the store names.
   *
   * @param since when it was first seen
   * @param reason what it is, for people
   */
  record Trouble(Instant since, String reason) {}

  /** The state of a server that has not looked at the store. */
  static State first(Instant now) {
    return new State(
        new Serving.Waiting("The server has not heard from the store yet.", now),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** Whether {@code /ready} says yes. */
  boolean ready() {
    return !draining && !(serving instanceof Serving.Waiting);
  }

  /** The store answered, and this is to be used. */
  State using(Serving next) {
    return new State(next, Optional.empty(), Optional.empty(), draining);
  }

  /** The store did not answer. */
  State silent(Trouble trouble) {
    return new State(waitingFor(trouble), Optional.of(silent.orElse(trouble)), refused, draining);
  }

  /** The store answered, but what it names cannot be used. */
  State refused(Trouble trouble) {
    Trouble first =
        refused.filter(known -> known.reason().equals(trouble.reason())).orElse(trouble);
    return new State(waitingFor(trouble), Optional.empty(), Optional.of(first), draining);
  }

  /** The server is about to stop. */
  State drained() {
    return new State(serving, silent, refused, true);
  }

  private Serving waitingFor(Trouble trouble) {
    return serving instanceof Serving.Waiting waiting
        ? new Serving.Waiting(trouble.reason(), waiting.since())
        : serving;
  }
}
