package shelfcast.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {
  @Test
  void findsThePlaneThatThePointsLieOn() {
    var fit = new LeastSquares.Fit();
    var random = new Random(1);
    for (int i = 0; i < 50; i++) {
      double x = 1e5 + random.nextDouble() * 100;
      double z = 200 + random.nextDouble() * 10;
      fit.add(x, z, 7 + 0.3 * x - 2 * z);
    }
    LeastSquares plane = fit.solve();
    assertEquals(0.3, plane.lag1(), 1e-8);
    assertEquals(-2, plane.rollingMean7(), 1e-8);
    assertEquals(7 + 30000 - 400, plane.predict(1e5, 200), 1e-6);
  }

  /** The normal equations: residuals of a least squares fit are orthogonal to every column. */
  @Property(tries = 50)
  void residualsAreOrthogonalToTheFeatures(@ForAll long seed) {
    var random = new Random(seed);
    int rows = 40;
    double[][] data = new double[rows][];
    var fit = new LeastSquares.Fit();
    for (int i = 0; i < rows; i++) {
      data[i] = new double[] {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
      fit.add(data[i][0], data[i][1], data[i][2]);
    }
    LeastSquares plane = fit.solve();
    double sum = 0;
    double alongX = 0;
    double alongZ = 0;
    for (double[] row : data) {
      double residual = row[2] - plane.predict(row[0], row[1]);
      sum += residual;
      alongX += residual * row[0];
      alongZ += residual * row[1];
    }
    assertEquals(0, sum, 1e-9);
    assertEquals(0, alongX, 1e-9);
    assertEquals(0, alongZ, 1e-9);
  }

  @Test
  void aConstantSeriesIsForecastByItsMean() {
    var fit = new LeastSquares.Fit();
    for (int i = 0; i < 10; i++) {
      fit.add(5, 5, 5);
    }
    assertEquals(5, fit.solve().predict(5, 5), 1e-12);
    assertTrue(Double.isFinite(fit.solve().predict(100, 0)));
  }
}
