package shelfcast.serve;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import shelfcast.model.BundleException;
import shelfcast.model.Champion;
import shelfcast.model.CurrentLookup;
import shelfcast.model.Registry;
import shelfcast.store.StoreException;

/**
 * Takes the store's champion into use. A look either swaps in a model that has been loaded,
 * verified and tested, or leaves the one in use where it is and says why.
 *
 * <p>A champion that was refused is tried again at every look, in case that it is mended where it
 * lies, but told and counted once.
 */
final class Reloader {
  /** Well-formed, and the tag of nothing. */
  private static final String NO_ETAG = "\"none\"";

  private final Registry registry;
  private final AtomicReference<State> state;
  private final Metrics metrics;
  private final Journal journal;
  private final InstantSource clock;
  private String etag = NO_ETAG;

  /**
   * A reloader.
   *
   * @param state what it changes
   * @param clock says since when there is trouble
   */
  Reloader(
      Registry registry,
      AtomicReference<State> state,
      Metrics metrics,
      Journal journal,
      InstantSource clock) {
    this.registry = registry;
    this.state = state;
    this.metrics = metrics;
    this.journal = journal;
    this.clock = clock;
  }

  /** Looks at the store once; one caller at a time. */
  synchronized void look() {
    try {
      CurrentLookup found = registry.currentIfChanged(etag);
      if (state.get().silent().isPresent()) {
        journal.notice("the store answers again");
      }
      switch (found) {
        case CurrentLookup.Unchanged _ -> use(state.get().serving());
        case CurrentLookup.Absent _ -> absent();
        case CurrentLookup.Changed(Champion champion) -> adopt(champion);
        case CurrentLookup.Refused(String _, BundleException reason) -> refuse(reason.getMessage());
      }
    } catch (StoreException e) {
      silent(e.getMessage());
    }
  }

  private void use(Serving serving) {
    state.updateAndGet(now -> now.using(serving));
  }

  private void adopt(Champion champion) {
    etag = champion.etag();
    if (state.get().serving() instanceof Serving.InUse inUse
        && inUse.version().equals(champion.bundle().version())) {
      use(inUse.renamedBy(champion.pointer()));
      return;
    }
    use(new Serving.InUse(champion.bundle(), champion.pointer()));
    metrics.reloaded();
    journal.notice("model " + champion.bundle().version() + " is in use");
  }

  private void absent() {
    etag = NO_ETAG;
    switch (state.get().serving()) {
      case Serving.InUse inUse ->
          refuse(
              "models/current.json has gone from the store; shelfcast-model promote "
                  + inUse.version()
                  + " writes it again");
      case Serving.Waiting _ -> {
        use(new Serving.Fallback());
        journal.warning(ModelEndpoint.FALLBACK);
      }
      case Serving.Fallback fallback -> use(fallback);
    }
  }

  private void refuse(String reason) {
    boolean known = state.get().refused().filter(old -> old.reason().equals(reason)).isPresent();
    State.Trouble trouble = new State.Trouble(clock.instant(), reason);
    State next = state.updateAndGet(now -> now.refused(trouble));
    if (!known) {
      metrics.refused();
      journal.warning("the champion is refused: " + reason + "; " + what(next));
    }
  }

  private void silent(String reason) {
    boolean known = state.get().silent().isPresent();
    State.Trouble trouble = new State.Trouble(clock.instant(), reason);
    State next = state.updateAndGet(now -> now.silent(trouble));
    metrics.storeSilent();
    if (!known) {
      journal.warning("the store does not answer: " + reason + "; " + what(next));
    }
  }

  private static String what(State state) {
    return switch (state.serving()) {
      case Serving.Waiting _ -> "there is nothing to predict with yet";
      case Serving.Fallback _ -> "predictions go on from lag_1";
      case Serving.InUse inUse -> "model " + inUse.version() + " stays in use";
    };
  }
}
