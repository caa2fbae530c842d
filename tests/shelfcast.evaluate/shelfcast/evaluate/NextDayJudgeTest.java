package shelfcast.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import shelfcast.features.MinMaxScaler;
import shelfcast.ingest.Frequency;
import shelfcast.ingest.SalesTable;
import shelfcast.ingest.Series;
import shelfcast.lstm.Architecture;
import shelfcast.lstm.Network;
import shelfcast.model.NextDayModel;
import shelfcast.model.Scalers;

class NextDayJudgeTest {
  private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);
  private static final int HOLDOUT = 14;

  /** Ten weeks of 1 to 7 units from Monday to Sunday, and one unit more each week. */
  private static float[] tenWeeks() {
    float[] sales = new float[70];
    for (int day = 0; day < sales.length; day++) {
      sales[day] = 1 + day % 7 + day / 7;
    }
    return sales;
  }

  private static Series series(String id, LocalDate start, float... sales) {
    return Series.of(id, Frequency.DAILY, start, sales);
  }

  private static Judgement judge(SalesTable table, NextDayModel model) {
    return new NextDayJudge(table, Split.of(table, HOLDOUT), model).judge(NextDayRows.of(table));
  }

  /** The errors worked out by hand, over two whole weeks. */
  @Test
  void everyMethodForecastsAsItsNameSays() {
    SalesTable table = Panels.of(series("a", MONDAY, tenWeeks()));
    Judgement judgement = judge(table, NextDayModel.identity());
    var overall = judgement.overall();
    assertEquals(MONDAY.plusDays(56), judgement.from());
    assertEquals(MONDAY.plusDays(69), judgement.to());
    assertEquals(HOLDOUT, overall.get(Method.MODEL).count());
    assertEquals(11.0 / 7, overall.get(Method.MODEL).mae(), 1e-6, "identity is naive");
    assertEquals(11.0 / 7, overall.get(Method.NAIVE).mae(), 1e-6);
    assertEquals(1, overall.get(Method.SEASONAL_NAIVE).mae(), 1e-6);
    assertEquals(76.0 / 49, overall.get(Method.ROLLING_MEAN).mae(), 1e-6);
    assertEquals(5, overall.get(Method.TRAINING_MEAN).mae(), 1e-6, "7.5, the tail left out");
    assertTrue(overall.get(Method.LEAST_SQUARES).mae() < 11.0 / 7);
    // A week makes a difference of one unit, before the tail as in it.
    overall.values().forEach(accuracy -> assertEquals(accuracy.mae(), accuracy.mase(), 1e-6));
    assertEquals(overall, judgement.series().getFirst().accuracy());
  }

  @Test
  void whereLastWeekIsMissingTheSeasonIsTheDayBefore() {
    float[] sales = tenWeeks();
    sales[55] = Float.NaN;
    float[] actual = judgedFrom(sales).getFirst().actual();
    assertArrayEquals(new float[] {9, 10}, new float[] {actual[0], actual[1]});
    // Day 62 has no day 55: 14 units against 15 sold, as every other day against last week.
    double mae = judgedFrom(sales).getFirst().accuracy().get(Method.SEASONAL_NAIVE).mae();
    assertEquals(1, mae, 1e-6);
    sales[61] = 0;
    // Day 61 is off by 14 now, day 62 by 15, and day 68 by 15.
    mae = judgedFrom(sales).getFirst().accuracy().get(Method.SEASONAL_NAIVE).mae();
    assertEquals((11 + 13 + 15 + 15) / 14.0, mae, 1e-6);
  }

  private static List<Judgement.SeriesJudgement> judgedFrom(float[] sales) {
    return judge(Panels.of(series("a", MONDAY, sales)), NextDayModel.identity()).series();
  }

  @Test
  void aSeriesThatBeginsInTheTailIsAskedForWithoutItsName() {
    var bySeries = new TreeMap<String, MinMaxScaler>();
    bySeries.put("a", new MinMaxScaler(0, 20));
    var model =
        NextDayModel.of(
            Network.initial(new Architecture(2, 4, 1, 1), 1),
            new Scalers(new MinMaxScaler(0, 20), bySeries),
            false);
    Series late = series("late", MONDAY.plusDays(60), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    Judgement judgement = judge(Panels.of(series("a", MONDAY, tenWeeks()), late), model);
    var judged = judgement.series().getLast();
    assertEquals("late", judged.id());
    assertArrayEquals(new float[] {8, 9, 10}, judged.actual());
    // Nothing was known before the tail: both stand in with the mean of the last seven.
    double rolling = judged.accuracy().get(Method.ROLLING_MEAN).mae();
    assertEquals(4, rolling, 1e-6);
    assertEquals(rolling, judged.accuracy().get(Method.TRAINING_MEAN).mae());
    assertEquals(rolling, judged.accuracy().get(Method.LEAST_SQUARES).mae());
  }
}
