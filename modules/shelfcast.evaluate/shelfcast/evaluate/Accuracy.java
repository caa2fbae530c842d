package shelfcast.evaluate;

/**
 * How far forecasts were from what was sold, over a set of forecasts. All errors are in units sold
 * but for the ratios.
 *
 * @param count forecasts scored, &gt; 0
 * @param mae mean absolute error, units
 * @param rmse root of the mean squared error, units
 * @param wape sum of the absolute errors over the sum of the absolute sales; NaN where nothing was
 *     sold
 * @param mase mean absolute scaled error: each error over the mean absolute seasonal difference of
 *     its series before the forecasts began (Hyndman and Koehler, "Another look at measures of
 *     forecast accuracy", 2006); NaN where no series has such a difference
 * @param bias mean of forecast minus sales, units; positive means forecast too high
 */
public record Accuracy(long count, double mae, double rmse, double wape, double mase, double bias) {

  /**
   * Adds up forecasts one by one, in the order given, so that the same order gives the same bits.
   */
  static final class Meter {
    private long count;
    private long scaledCount;
    private double absolute;
    private double squared;
    private double signed;
    private double sold;
    private double scaled;

    /**
     * Adds one forecast.
     *
     * @param forecast units forecast
     * @param actual units sold
     * @param scale the mean absolute seasonal difference of the series, units; zero or NaN leaves
     *     this forecast out of MASE
     */
    void add(double forecast, double actual, double scale) {
      double error = forecast - actual;
      count++;
      absolute += Math.abs(error);
      squared += error * error;
      signed += error;
      sold += Math.abs(actual);
      if (scale > 0) {
        scaled += Math.abs(error) / scale;
        scaledCount++;
      }
    }

    /** The accuracy of everything added so far; all measures are NaN before the first forecast. */
    Accuracy accuracy() {
      return new Accuracy(
          count,
          absolute / count,
          StrictMath.sqrt(squared / count),
          sold > 0 ? absolute / sold : Double.NaN,
          scaledCount > 0 ? scaled / scaledCount : Double.NaN,
          signed / count);
    }
  }
}
