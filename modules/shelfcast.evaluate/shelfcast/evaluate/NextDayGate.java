package shelfcast.evaluate;

import java.util.Locale;
import java.util.Optional;
import shelfcast.model.Gate;

/**
 * Decides whether a next-day challenger may become champion: its mean absolute error on the tail
 * must be below the naive forecast's. The first model is published whatever it scores, since a
 * server without a model would answer with the naive forecast anyway.
 */
public final class NextDayGate {
  private NextDayGate() {}

  /**
   * Decides.
   *
   * @param judgement how the challenger did
   * @param champion the version that reigns, if there is one
   * @param force whether the user asked for promotion whatever the comparison says
   */
  public static Gate decide(Judgement judgement, Optional<String> champion, boolean force) {
    boolean beats = judgement.beatsNaive();
    boolean passed = beats || champion.isEmpty() || force;
    String decision;
    if (beats) {
      decision = "It beats the baseline and may be promoted.";
    } else if (force) {
      decision = "It does not beat the baseline, and may be promoted because --force asks for it.";
    } else if (champion.isEmpty()) {
      decision =
          "It does not beat the baseline, and is published all the same because it is the first.";
    } else {
      decision = "It does not beat the baseline, so " + champion.get() + " remains champion.";
    }
    return new Gate(passed, force, champion, comparison(judgement) + " " + decision);
  }

  private static String comparison(Judgement judgement) {
    Accuracy model = judgement.overall().get(Method.MODEL);
    if (model.count() == 0) {
      return "No series has a sale from "
          + judgement.from()
          + " to "
          + judgement.to()
          + " with seven before it, so the model could not be judged.";
    }
    double naive = judgement.overall().get(Method.NAIVE).mae();
    return String.format(
        Locale.ROOT,
        "Mean absolute error from %s to %s: %.2f units, the naive forecast's is %.2f.",
        judgement.from(),
        judgement.to(),
        model.mae(),
        naive);
  }
}
