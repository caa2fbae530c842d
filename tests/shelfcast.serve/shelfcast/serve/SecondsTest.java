package shelfcast.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.000000",
    "0.0000004, 0.000000",
    "0.0000005, 0.000001",
    "0.25, 0.250000",
    "1, 1.000000",
    "59.9999999, 60.000000",
    "86400.5, 86400.500000"
  })
  void hasSixDecimalsAndNoExponent(double seconds, String text) {
    assertEquals(text, Seconds.text(seconds));
  }
}
