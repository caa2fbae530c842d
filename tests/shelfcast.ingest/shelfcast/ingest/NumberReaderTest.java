package shelfcast.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReaderTest {
  @Property
  void decimalsReadAsParseDoubleReadsThem(
      @ForAll long digits, @ForAll @IntRange(min = -30, max = 30) int scale) {
    assertSame(BigDecimal.valueOf(digits, scale).toPlainString());
    assertSame(BigDecimal.valueOf(digits, scale).toString());
  }

  @Property
  void fewDigitsReadAsParseDoubleReadsThem(
      @ForAll @IntRange(min = -999_999_999) int digits,
      @ForAll @IntRange(min = 0, max = 9) int scale) {
    assertSame(BigDecimal.valueOf(digits, scale).toPlainString());
  }

  @Property
  void everyDoubleIsReadBack(@ForAll double value) {
    assertSame(Double.toString(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "+1",
        "007",
        "5.",
        ".5",
        "-.5",
        "1e3",
        "1E+3",
        "1.5e-3",
        "123456789012345",
        "999999999999999",
        "1234567890123456",
        "9007199254740993",
        "12345678901234567890123",
        "1e22",
        "1e23",
        "1e-22",
        "1e-23",
        "0.000000000000000000000000000001",
        "4.9e-324",
        "1e-400",
        "1e400",
        "-1e400",
        "1e99999999999",
        "0e99999999999",
        "0.1000000000000000055511151231257827021181583404541015625"
      })
  void edgesReadAsParseDoubleReadsThem(String text) {
    assertSame(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+",
        ".",
        "e5",
        "1e",
        "1e+",
        "1.2.3",
        "1,5",
        "1 000",
        "--1",
        "+-1",
        "0x10",
        "1f",
        "1d",
        "NaN",
        "Infinity",
        "-Infinity",
        "1_000",
        "½",
        "١",
        " 1",
        "1-",
        "1e5e5",
        "1e5.0"
      })
  void whatIsNoDecimalIsNoNumber(String text) {
    assertTrue(Double.isNaN(read(text, '.')), text);
  }

  @Property
  void aDecimalCommaReadsLikeAPoint(
      @ForAll long digits, @ForAll @IntRange(min = 1, max = 20) int scale) {
    String text = BigDecimal.valueOf(digits, scale).toPlainString();
    assertEquals(read(text, '.'), read(text.replace('.', ','), ','));
    assertTrue(Double.isNaN(read(text, ',')));
  }

  private static void assertSame(String text) {
    assertEquals(
        Double.doubleToRawLongBits(Double.parseDouble(text)),
        Double.doubleToRawLongBits(read(text, '.')),
        text);
  }

  private static double read(String text, char decimal) {
    byte[] bytes = ("7" + text + "7").getBytes(StandardCharsets.UTF_8);
    return NumberReader.read(bytes, 1, bytes.length - 1, decimal);
  }
}
