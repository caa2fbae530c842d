package shelfcast.datagen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The generator that made-up sales are drawn from. */
class SplitMixTest {
  @Test
  void itsNumbersNeverChange() {
    SplitMix chance = new SplitMix(1, 0);
    assertEquals(7982734928498899980L, chance.bits());
    assertEquals(7851527857629710090L, chance.bits());
  }

  @Test
  void streamsDiffer() {
    assertNotEquals(new SplitMix(1, 0).bits(), new SplitMix(1, 1).bits());
    assertNotEquals(new SplitMix(1, 0).bits(), new SplitMix(2, 0).bits());
  }

  @Test
  void normalNumbersHaveMean0AndVariance1() {
    SplitMix chance = new SplitMix(7, 0);
    int draws = 100_000;
    double sum = 0;
    double squares = 0;
    double product = 0;
    double before = 0;
    for (int i = 0; i < draws; i++) {
      double x = chance.normal();
      sum += x;
      squares += x * x;
      product += x * before;
      before = x;
    }
    assertEquals(0, sum / draws, 0.02);
    assertEquals(1, squares / draws, 0.02);
    assertEquals(0, product / draws, 0.02, "neighbours have nothing to do with each other");
  }

  @Test
  void uniformNumbersFillTheirInterval() {
    SplitMix chance = new SplitMix(7, 0);
    double least = 1;
    double most = 0;
    for (int i = 0; i < 10_000; i++) {
      double x = chance.uniform();
      assertTrue(x >= 0 && x < 1);
      least = Math.min(least, x);
      most = Math.max(most, x);
    }
    assertTrue(least < 0.001 && most > 0.999);
  }
}
