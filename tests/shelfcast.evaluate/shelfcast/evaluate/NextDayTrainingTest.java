package shelfcast.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import shelfcast.ingest.Frequency;
import shelfcast.ingest.SalesTable;
import shelfcast.ingest.Series;
import shelfcast.lstm.EpochLoss;
import shelfcast.lstm.Loss;
import shelfcast.lstm.Network;

class NextDayTrainingTest {
  private static final LocalDate START = LocalDate.of(2024, 1, 1);

  private static NextDayOptions options(int epochs, boolean earlyStopping, int threads) {
    return new NextDayOptions(
        14, 8, epochs, earlyStopping, 5, 32, 512, 0.02f, 1, new Loss.Huber(0.05f), 28, 1, threads);
  }

  private static NextDayTraining.Trained train(SalesTable table, NextDayOptions options) {
    return NextDayTraining.run(table, options, false, new Silent());
  }

  private static class Silent implements NextDayTraining.Listener {
    @Override
    public void begins(String name, int epochs) {}

    @Override
    public void epochEnded(EpochLoss loss) {}
  }

  private static void assertSameWeights(Network one, Network other) {
    one.parameters()
        .forEach((name, store) ->
            assertArrayEquals(store.data, other.parameters().get(name).data, name));
  }

  @Test
  void learnsThatSalesReturnToTheirLevel() {
    var table = Panels.of(Panels.autoregressive("a", START, 300, 100, 0.3, 1));
    var trained = train(table, options(60, false, 1));
    var overall = trained.judgement().overall();
    double mae = overall.get(Method.MODEL).mae();
    assertTrue(mae < overall.get(Method.NAIVE).mae() * 0.9);
    assertTrue(mae < overall.get(Method.LEAST_SQUARES).mae() * 1.1);
    assertEquals(28, overall.get(Method.MODEL).count());
    assertTrue(trained.judgement().beatsNaive());
  }

  @Test
  void seriesOfAnyScaleAreJudgedEachByItself() {
    var table =
        Panels.of(
            Panels.autoregressive("large", START, 200, 10_000, 0.3, 1),
            Panels.autoregressive("small", START, 200, 10, 0.3, 2));
    var judgement = train(table, options(60, false, 1)).judgement();
    assertEquals(
        List.of("large", "small"),
        judgement.series().stream().map(Judgement.SeriesJudgement::id).toList());
    for (var series : judgement.series()) {
      double mae = series.accuracy().get(Method.MODEL).mae();
      assertTrue(mae < series.accuracy().get(Method.NAIVE).mae(), series.id());
    }
    assertTrue(judgement.medianRatio(Method.NAIVE) < 1);
  }

  @Test
  void whatWasSoldInTheTailChangesNothingThatTheJudgedModelHasLearnt() {
    Series calm = Panels.autoregressive("a", START, 200, 100, 0.3, 1);
    float[] wild = calm.sales(0, 200);
    for (int day = 173; day < 200; day++) {
      wild[day] *= 50;
    }
    var options = options(10, true, 1);
    float first = firstForecast(train(Panels.of(calm), options));
    float other =
        firstForecast(train(Panels.of(Series.of("a", Frequency.DAILY, START, wild)), options));
    assertEquals(first, other);
  }

  /** The first day of the tail has the same features in both panels. */
  private static float firstForecast(NextDayTraining.Trained trained) {
    return trained.judgement().series().getFirst().forecast()[0];
  }

  @Test
  void theSameSeedGivesTheSameWeightsForAnyNumberOfThreads() {
    var table = Panels.of(Panels.autoregressive("a", START, 120, 100, 0.3, 1));
    var one = train(table, options(5, false, 1));
    assertSameWeights(one.network(), train(table, options(5, false, 3)).network());
    assertEquals(
        one.judgement().overall(), train(table, options(5, false, 2)).judgement().overall());
  }

  @Test
  void earlyStoppingDecidesHowManyEpochsThePublishedFitRuns() {
    var table = Panels.of(Panels.autoregressive("a", START, 120, 100, 0.3, 1));
    List<String> fits = new ArrayList<>();
    var trained =
        NextDayTraining.run(
            table,
            options(200, true, 1),
            false,
            new Silent() {
              @Override
              public void begins(String name, int epochs) {
                fits.add(name + " " + epochs);
              }
            });
    assertEquals(List.of("judging 200", "training " + trained.training().epochs()), fits);
    assertTrue(trained.training().epochs() < 200);
  }

  @Test
  void aPanelWithNothingToLearnFromIsRefused() {
    // Forty series, each sold on seven days only: not one has a day with seven before it.
    Series[] many = new Series[40];
    for (int i = 0; i < many.length; i++) {
      many[i] = Panels.constant("s" + i, START.plusDays(i), 7, 1);
    }
    var failure =
        assertThrows(
            TooLittleDataException.class, () -> train(Panels.of(many), options(5, false, 1)));
    assertTrue(failure.getMessage().contains("--series-columns"), failure.getMessage());
  }

  @Test
  void aConstantSeriesIsForecastExactly() {
    var judgement =
        train(Panels.of(Panels.constant("a", START, 60, 7)), options(3, false, 1)).judgement();
    assertEquals(0, judgement.overall().get(Method.MODEL).mae(), 1e-6);
  }
}
