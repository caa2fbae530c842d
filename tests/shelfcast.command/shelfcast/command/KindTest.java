package shelfcast.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text form of every kind of value. */
class KindTest {
  private static <T> void readsBack(Kind<T> kind, T value) {
    assertEquals(Optional.of(value), kind.read(kind.show(value)));
  }

  @Property(tries = 200)
  void whatIsShownIsReadBack(
      @ForAll int whole,
      @ForAll long big,
      @ForAll @DoubleRange(min = -1e300, max = 1e300) double decimal,
      @ForAll List<String> names,
      @ForAll boolean on,
      @ForAll char symbol) {
    readsBack(new Kind.Whole(Integer.MIN_VALUE, Integer.MAX_VALUE), whole);
    readsBack(new Kind.LongWhole(Long.MIN_VALUE, Long.MAX_VALUE), big);
    readsBack(new Kind.Decimal(-1e300, 1e300), decimal + 0.0);
    readsBack(new Kind.TextList(), names.stream().filter(name -> !name.isBlank()).toList());
    readsBack(new Kind.Flag(), on);
    readsBack(new Kind.Symbol(), symbol);
    readsBack(new Kind.Day(), LocalDate.ofEpochDay(Math.floorMod(big, 100_000)));
  }

  @Property(tries = 200)
  void wholeNumbersKeepToTheirBounds(@ForAll int value, @ForAll int a, @ForAll int b) {
    int min = Math.min(a, b);
    int max = Math.max(a, b);
    assertEquals(
        min <= value && value <= max,
        new Kind.Whole(min, max).read(Integer.toString(value)).isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1 ",
        "1.0",
        "1e3",
        "0x10",
        "+1",
        "١",
        "99999999999999999999",
        "9223372036854775808"
      })
  void theseAreNoWholeNumbers(String text) {
    assertEquals(Optional.empty(), new Kind.LongWhole(Long.MIN_VALUE, Long.MAX_VALUE).read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "1f", "0x1p3", "NaN", "Infinity", "1e999", "1,5", " 1"})
  void theseAreNoDecimals(String text) {
    assertEquals(Optional.empty(), new Kind.Decimal(-1e300, 1e300).read(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.0.0.1:9000", "https://minio.example.org/s3", "http://[::1]:80"})
  void theseAreWebAddresses(String text) {
    assertEquals(Optional.of(text), new Kind.WebAddress().read(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost:9000",
        "127.0.0.1:9000",
        "http:9000",
        "http://",
        "http://a b",
        "http://a:99999",
        "s3://bucket",
        "file:///tmp"
      })
  void theseAreNoWebAddresses(String text) {
    assertEquals(Optional.empty(), new Kind.WebAddress().read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2024-1-1", "2023-02-29", "01/02/2024", "2024-13-01", "+12024-01-01"})
  void theseAreNoDays(String text) {
    assertEquals(Optional.empty(), new Kind.Day().read(text));
  }
}
