package shelfcast.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import shelfcast.ingest.Frequency;

class SplitTest {
  @Test
  void theTailAndTheValidationBlockAreAsLongAsAskedFor() {
    var table = Panels.of(Panels.constant("a", LocalDate.of(2024, 1, 1), 180, 5));
    assertEquals(
        new Split(LocalDate.of(2024, 5, 3), LocalDate.of(2024, 5, 31), LocalDate.of(2024, 6, 28)),
        Split.of(table, 28));
    assertEquals(LocalDate.of(2024, 6, 1), Split.of(table, 28).tailStart(table));
  }

  @Test
  void aShortPanelGivesAtMostAFifth() {
    var table = Panels.of(Panels.constant("a", LocalDate.of(2024, 1, 1), 30, 5));
    assertEquals(
        new Split(LocalDate.of(2024, 1, 18), LocalDate.of(2024, 1, 24), LocalDate.of(2024, 1, 30)),
        Split.of(table, 28));
  }

  @Test
  void stepsAreThoseOfTheFrequency() {
    float[] sales = new float[50];
    java.util.Arrays.fill(sales, 1);
    var start = LocalDate.of(2024, 1, 5);
    var table = Panels.of(shelfcast.ingest.Series.of("a", Frequency.WEEKLY, start, sales));
    assertEquals(start.plusWeeks(49 - 8), Split.of(table, 8).validationEnd());
  }
}
