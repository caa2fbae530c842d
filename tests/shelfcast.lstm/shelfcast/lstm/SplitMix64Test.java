package shelfcast.lstm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SplitMix64Test {

  @Test
  void givesTheNumbersOfThePublishedGenerator() {
    // The first outputs of Vigna's reference implementation (prng.di.unimi.it/splitmix64.c).
    SplitMix64 random = new SplitMix64(1234567);
    assertEquals(6457827717110365317L, random.nextLong());
    assertEquals(3203168211198807973L, random.nextLong());
  }

  @Test
  void givesTheNumbersOfTheJdksOwn() {
    SplitMix64 ours = new SplitMix64(-5);
    SplittableRandom jdk = new SplittableRandom(-5);
    for (int i = 0; i < 100; i++) {
      assertEquals(jdk.nextLong(), ours.nextLong());
    }
  }

  @Test
  void floatsAndIntsStayInTheirRangesAndFillThem() {
    SplitMix64 random = new SplitMix64(1);
    float least = 0;
    float most = 0;
    int[] counts = new int[7];
    for (int i = 0; i < 7_000; i++) {
      float value = random.nextFloat(0.5f);
      assertTrue(value >= -0.5f && value < 0.5f);
      least = Math.min(least, value);
      most = Math.max(most, value);
      counts[random.nextInt(7)]++;
    }
    assertTrue(least < -0.49f && most > 0.49f);
    for (int count : counts) {
      assertEquals(1_000, count, 150);
    }
  }
}
