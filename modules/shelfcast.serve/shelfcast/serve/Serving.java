package shelfcast.serve;

import java.time.Instant;
import java.util.Optional;
import shelfcast.model.Bundle;
import shelfcast.model.NextDayModel;
import shelfcast.model.Pointer;
import shelfcast.model.UnknownSeriesException;

/** What predictions are made from. */
sealed interface Serving {

  /** The value of {@code X-Model-Version}. */
  String version();

  /**
   * Nothing yet: the store has not answered, or its champion cannot be used. The server does not
   * guess.
   *
   * @param reason why, for people
   * @param since when the server began to wait
   */
  record Waiting(String reason, Instant since) implements Serving {
    @Override
    public String version() {
      return "none";
    }
  }

  /** The store answered that it has no champion: the prediction is {@code lag_1}. */
  record Fallback() implements Serving {
    @Override
    public String version() {
      return "fallback";
    }
  }

  /** A champion. Each IO thread predicts through a session of its own. */
  final class InUse implements Serving {
    private final Bundle bundle;
    private final Pointer pointer;
    private final ThreadLocal<NextDayModel.Session> sessions;
    private final byte[] description;

    /**
     * Takes a checked bundle into use.
     *
     * @param bundle the model
     * @param pointer what named it champion
     */
    InUse(Bundle bundle, Pointer pointer) {
      this(bundle, pointer, ThreadLocal.withInitial(bundle.nextDay()::session));
    }

    private InUse(Bundle bundle, Pointer pointer, ThreadLocal<NextDayModel.Session> sessions) {
      this.bundle = bundle;
      this.pointer = pointer;
      this.sessions = sessions;
      this.description = ModelEndpoint.describe(bundle, pointer);
    }

    /** The same model, named by another pointer: pinned, say. */
    InUse renamedBy(Pointer other) {
      return new InUse(bundle, other, sessions);
    }

    /** What {@code /model} answers, made once: with thousands of series it is long. */
    byte[] description() {
      return description;
    }

    Pointer pointer() {
      return pointer;
    }

    @Override
    public String version() {
      return bundle.version();
    }

    /** The units to expect on the day after; empty if the model knows no such series. */
    Optional<Double> predict(PredictRequest request) {
      try {
        return Optional.of(
            sessions.get().predict(request.lag1(), request.rollingMean7(), request.seriesId()));
      } catch (UnknownSeriesException e) {
        return Optional.empty();
      }
    }
  }
}
