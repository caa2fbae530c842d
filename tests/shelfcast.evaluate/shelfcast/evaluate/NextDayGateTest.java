package shelfcast.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shelfcast.model.Gate;
import shelfcast.model.Lineage;

class NextDayGateTest {
  private static final Optional<String> CHAMPION = Optional.of("20260701T120000Z-01234567");

  private static Judgement judgement(double modelMae, double naiveMae) {
    Map<Method, Accuracy> overall = new EnumMap<>(Method.class);
    for (Method method : Method.values()) {
      overall.put(method, new Accuracy(28, naiveMae, naiveMae, 0.1, 1, 0));
    }
    overall.put(Method.MODEL, new Accuracy(28, modelMae, modelMae, 0.1, Double.NaN, 0));
    var series =
        new Judgement.SeriesJudgement(
            "a <b>",
            overall,
            List.of(LocalDate.of(2024, 6, 1), LocalDate.of(2024, 6, 2)),
            new float[] {10, 12},
            new float[] {11, 11});
    return new Judgement(
        LocalDate.of(2024, 6, 1), LocalDate.of(2024, 6, 28), overall, List.of(series));
  }

  @Test
  void aChallengerThatBeatsNaivePasses() {
    Gate gate = NextDayGate.decide(judgement(9, 10), CHAMPION, false);
    assertTrue(gate.passed());
    assertTrue(gate.reason().contains("9.00"), gate.reason());
    assertTrue(gate.reason().contains("10.00"), gate.reason());
  }

  @Test
  void aChallengerThatDoesNotLosesAgainstAChampion() {
    Gate gate = NextDayGate.decide(judgement(10, 10), CHAMPION, false);
    assertFalse(gate.passed());
    assertTrue(gate.reason().contains(CHAMPION.orElseThrow()), gate.reason());
  }

  @Test
  void forcePassesAndIsRecorded() {
    Gate gate = NextDayGate.decide(judgement(11, 10), CHAMPION, true);
    assertTrue(gate.passed());
    assertTrue(gate.forced());
    assertTrue(gate.reason().contains("--force"), gate.reason());
  }

  @Test
  void theFirstModelIsPublishedWhateverItScores() {
    Gate gate = NextDayGate.decide(judgement(11, 10), Optional.empty(), false);
    assertTrue(gate.passed());
    assertFalse(judgement(11, 10).toMetrics().beatsBaseline());
  }

  @Test
  void measuresThatAreNotDefinedAreLeftOutOfTheManifest() {
    var methods = judgement(9, 10).toMetrics().methods();
    assertFalse(methods.get("model").containsKey("mase"));
    assertEquals(9, methods.get("model").get("mae"));
    assertEquals(0.9, methods.get("naive").get("median_mae_ratio"), 1e-12);
  }

  @Test
  void theReportShowsEveryMethodAndEscapesNames() {
    Judgement judgement = judgement(9, 10);
    Gate gate = NextDayGate.decide(judgement, CHAMPION, false);
    var data =
        new Lineage(
            "file:sales.csv",
            "e",
            Optional.empty(),
            "0".repeat(64),
            180,
            LocalDate.of(2024, 1, 1),
            LocalDate.of(2024, 6, 28),
            1);
    String html = new NextDayReport(judgement, gate, data, Map.of("seed", "1")).html();
    for (Method method : Method.values()) {
      assertTrue(html.contains(method.title()), method.title());
    }
    assertTrue(html.contains(Html.escape(gate.reason())));
    assertTrue(html.contains("a &lt;b&gt;"));
    assertFalse(html.contains("<b>a"));
    assertFalse(html.contains("NaN"), "measures that are not defined are shown as a dash");
    assertTrue(html.contains("<svg"));
  }
}
