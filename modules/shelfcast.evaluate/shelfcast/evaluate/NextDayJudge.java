package shelfcast.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shelfcast.features.NextDayFeatures;
import shelfcast.ingest.SalesTable;
import shelfcast.ingest.Series;
import shelfcast.model.NextDayModel;

/**
 * Judges a next-day model on the tail of a panel: each day is forecast from the days before it, one
 * step from a zero state, exactly as {@code /predict} is asked; the baselines get the same rows.
 */
final class NextDayJudge {
  private final SalesTable table;
  private final Split split;
  private final NextDayModel.Session model;
  private final Map<Method, Accuracy.Meter> overall = meters();

  NextDayJudge(SalesTable table, Split split, NextDayModel model) {
    this.table = table;
    this.split = split;
    this.model = model.session();
  }

  Judgement judge(NextDayRows rows) {
    List<Judgement.SeriesJudgement> series = new ArrayList<>();
    for (NextDayFeatures features : rows.series()) {
      int first = NextDayRows.rowsUpTo(features, split.validationEnd());
      if (first < features.rows()) {
        series.add(judge(features, first));
      }
    }
    return new Judgement(split.tailStart(table), split.tailEnd(), accuracies(overall), series);
  }

  private Judgement.SeriesJudgement judge(NextDayFeatures features, int first) {
    Series sales = features.series();
    // A series that begins in the tail is unknown to the model: it is asked without a name.
    Optional<String> name =
        sales.start().isAfter(split.validationEnd()) ? Optional.empty() : Optional.of(sales.id());
    var line = new LeastSquares.Fit();
    for (int row = 0; row < first; row++) {
      line.add(features.lag1(row), features.rollingMean7(row), features.target(row));
    }
    LeastSquares leastSquares = line.solve();
    int steps = sales.stepsUpTo(split.validationEnd());
    double mean = mean(sales, steps);
    double scale = meanSeasonalDifference(sales, steps);
    int count = features.rows() - first;
    List<LocalDate> dates = new ArrayList<>(count);
    float[] actual = new float[count];
    float[] forecast = new float[count];
    Map<Method, Accuracy.Meter> own = meters();
    for (int i = 0; i < count; i++) {
      int row = first + i;
      float lag1 = features.lag1(row);
      float rollingMean7 = features.rollingMean7(row);
      dates.add(features.date(row));
      actual[i] = features.target(row);
      forecast[i] = (float) model.predict(lag1, rollingMean7, name);
      for (Method method : Method.values()) {
        double value =
            switch (method) {
              case MODEL -> forecast[i];
              case NAIVE -> lag1;
              case SEASONAL_NAIVE -> seasonalNaive(sales, features.step(row), lag1);
              case ROLLING_MEAN -> rollingMean7;
              case TRAINING_MEAN -> Double.isNaN(mean) ? rollingMean7 : mean;
              case LEAST_SQUARES ->
                  first == 0 ? rollingMean7 : leastSquares.predict(lag1, rollingMean7);
            };
        own.get(method).add(value, actual[i], scale);
        overall.get(method).add(value, actual[i], scale);
      }
    }
    return new Judgement.SeriesJudgement(sales.id(), accuracies(own), dates, actual, forecast);
  }

  private static double mean(Series sales, int steps) {
    double sum = 0;
    int count = 0;
    for (int step = 0; step < steps; step++) {
      float units = sales.sales(step);
      if (!Float.isNaN(units)) {
        sum += units;
        count++;
      }
    }
    return sum / count;
  }

  /** The scale of MASE; NaN for a series shorter than a season. */
  private static double meanSeasonalDifference(Series sales, int steps) {
    int season = sales.frequency().season();
    double sum = 0;
    int count = 0;
    for (int step = season; step < steps; step++) {
      float difference = sales.sales(step) - sales.sales(step - season);
      if (!Float.isNaN(difference)) {
        sum += Math.abs(difference);
        count++;
      }
    }
    return sum / count;
  }

  private static double seasonalNaive(Series sales, int step, float otherwise) {
    int before = step - sales.frequency().season();
    return before < 0 || Float.isNaN(sales.sales(before)) ? otherwise : sales.sales(before);
  }

  private static Map<Method, Accuracy.Meter> meters() {
    Map<Method, Accuracy.Meter> meters = new EnumMap<>(Method.class);
    for (Method method : Method.values()) {
      meters.put(method, new Accuracy.Meter());
    }
    return meters;
  }

  private static Map<Method, Accuracy> accuracies(Map<Method, Accuracy.Meter> meters) {
    Map<Method, Accuracy> accuracies = new EnumMap<>(Method.class);
    meters.forEach((method, meter) -> accuracies.put(method, meter.accuracy()));
    return accuracies;
  }
}
