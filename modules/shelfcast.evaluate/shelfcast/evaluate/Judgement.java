package shelfcast.evaluate;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import shelfcast.model.Metrics;

/**
 * How the methods did on the tail, one day ahead each day.
 *
 * @param from first date of the tail
 * @param to last date of the tail
 * @param overall the accuracy of each method over all rows of the tail
 * @param series each series' own part, sorted by id; series without a row in the tail are absent
 */
public record Judgement(
    LocalDate from, LocalDate to, Map<Method, Accuracy> overall, List<SeriesJudgement> series) {

  /** Copies its collections. */
  public Judgement {
    overall = Collections.unmodifiableMap(new EnumMap<>(overall));
    series = List.copyOf(series);
  }

  /**
   * One series on the tail.
   *
   * @param id the series
   * @param accuracy the accuracy of each method on this series
   * @param dates the dates of its rows in the tail
   * @param actual units sold on each date
   * @param forecast units that the model forecast for each date
   */
  public record SeriesJudgement(
      String id,
      Map<Method, Accuracy> accuracy,
      List<LocalDate> dates,
      float[] actual,
      float[] forecast) {}

  /** Whether the model's mean absolute error is below the naive forecast's. */
  public boolean beatsNaive() {
    return overall.get(Method.MODEL).mae() < overall.get(Method.NAIVE).mae();
  }

  /**
   * The median over the series of the model's mean absolute error divided by another method's; NaN
   * where there is no series with an error to divide by.
   */
  public double medianRatio(Method other) {
    double[] ratios =
        series.stream()
            .filter(one -> one.accuracy().get(other).mae() > 0)
            .mapToDouble(
                one -> one.accuracy().get(Method.MODEL).mae() / one.accuracy().get(other).mae())
            .sorted()
            .toArray();
    int middle = ratios.length / 2;
    if (ratios.length == 0) {
      return Double.NaN;
    }
    return ratios.length % 2 == 1 ? ratios[middle] : (ratios[middle - 1] + ratios[middle]) / 2;
  }

  /** The same as the manifest holds it; a measure that is not defined on this tail is left out. */
  public Metrics toMetrics() {
    SortedMap<String, SortedMap<String, Double>> methods = new TreeMap<>();
    overall.forEach((method, accuracy) -> {
      SortedMap<String, Double> measures = new TreeMap<>();
      measures.put("mae", accuracy.mae());
      measures.put("rmse", accuracy.rmse());
      measures.put("wape", accuracy.wape());
      measures.put("mase", accuracy.mase());
      measures.put("bias", accuracy.bias());
      if (method != Method.MODEL) {
        measures.put("median_mae_ratio", medianRatio(method));
      }
      measures.values().removeIf(value -> !Double.isFinite(value));
      methods.put(method.field(), measures);
    });
    return new Metrics(from, to, overall.get(Method.MODEL).count(), methods, beatsNaive());
  }
}
