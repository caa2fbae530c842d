package shelfcast.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AccuracyTest {
  /** Forecasts 12, 8, 10 of sales 10, 10, 5 worked out by hand: errors 2, -2, 5. */
  @Test
  void measuresAreThoseOfTheTextbook() {
    var meter = new Accuracy.Meter();
    meter.add(12, 10, 4);
    meter.add(8, 10, 4);
    meter.add(10, 5, 2.5);
    Accuracy accuracy = meter.accuracy();
    assertEquals(3, accuracy.count());
    assertEquals(3, accuracy.mae(), 1e-12);
    assertEquals(Math.sqrt(11), accuracy.rmse(), 1e-12);
    assertEquals(9.0 / 25, accuracy.wape(), 1e-12);
    assertEquals((0.5 + 0.5 + 2) / 3, accuracy.mase(), 1e-12);
    assertEquals(5.0 / 3, accuracy.bias(), 1e-12);
  }

  @Test
  void aSeriesWithoutAScaleIsLeftOutOfMaseOnly() {
    var meter = new Accuracy.Meter();
    meter.add(3, 1, 0);
    meter.add(3, 1, Double.NaN);
    meter.add(2, 1, 2);
    assertEquals(0.5, meter.accuracy().mase(), 1e-12);
    assertEquals(5.0 / 3, meter.accuracy().mae(), 1e-12);
  }

  @Test
  void whatIsNotDefinedIsNotANumber() {
    var meter = new Accuracy.Meter();
    assertTrue(Double.isNaN(meter.accuracy().mae()));
    meter.add(1, 0, 0);
    assertTrue(Double.isNaN(meter.accuracy().wape()));
    assertTrue(Double.isNaN(meter.accuracy().mase()));
  }
}
