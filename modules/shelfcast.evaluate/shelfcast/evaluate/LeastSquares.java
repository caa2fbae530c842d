package shelfcast.evaluate;

/**
 * Ordinary least squares of sales on {@code lag_1} and {@code rolling_mean_7}, the simplest rival
 * with the same two inputs: a network that can't hold its own against three coefficients is not
 * worth serving.
 *
 * @param intercept units
 * @param lag1 units per unit of {@code lag_1}
 * @param rollingMean7 units per unit of {@code rolling_mean_7}
 */
record LeastSquares(double intercept, double lag1, double rollingMean7) {

  /** Collects the moments of one series, centred on its first row to keep the sums well scaled. */
  static final class Fit {
    private long count;
    private double originX;
    private double originZ;
    private double originY;
    private double x;
    private double z;
    private double y;
    private double xx;
    private double xz;
    private double zz;
    private double xy;
    private double zy;

    void add(double lag1, double rollingMean7, double sales) {
      if (count++ == 0) {
        originX = lag1;
        originZ = rollingMean7;
        originY = sales;
      }
      double dx = lag1 - originX;
      double dz = rollingMean7 - originZ;
      double dy = sales - originY;
      x += dx;
      z += dz;
      y += dy;
      xx += dx * dx;
      xz += dx * dz;
      zz += dz * dz;
      xy += dx * dy;
      zy += dz * dy;
    }

    /**
     * Solves the normal equations. Where the two features do not determine two slopes (a constant
     * series, fewer than three rows) the answer is the mean.
     */
    LeastSquares solve() {
      if (count == 0) {
        return new LeastSquares(0, 0, 0);
      }
      double cxx = xx - x * x / count;
      double czz = zz - z * z / count;
      double cxz = xz - x * z / count;
      double cxy = xy - x * y / count;
      double czy = zy - z * y / count;
      double determinant = cxx * czz - cxz * cxz;
      // 1e-9: the features are then collinear to nine digits, and the slopes would be noise.
      boolean determined = determinant > 1e-9 * cxx * czz;
      double a = determined ? (cxy * czz - czy * cxz) / determinant : 0;
      double b = determined ? (czy * cxx - cxy * cxz) / determinant : 0;
      double intercept =
          originY + y / count - a * (originX + x / count) - b * (originZ + z / count);
      return new LeastSquares(intercept, a, b);
    }
  }

  double predict(double lag1Units, double rollingMean7Units) {
    return intercept + lag1 * lag1Units + rollingMean7 * rollingMean7Units;
  }
}
