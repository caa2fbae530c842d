package shelfcast.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {
  @Property
  void isoDatesReadAsLocalDateReadsThem(@ForAll @IntRange(min = 0, max = 2_932_896) int day) {
    assertEquals(day, read(CsvFormat.ISO, LocalDate.ofEpochDay(day).toString()));
  }

  @Property
  void whatLooksLikeADateReadsAsLocalDateReadsIt(
      @ForAll @IntRange(min = 0, max = 9999) int year,
      @ForAll @IntRange(min = 0, max = 14) int month,
      @ForAll @IntRange(min = 0, max = 33) int day) {
    String text = "%04d-%02d-%02d".formatted(year, month, day);
    assertEquals(expected(text), read(CsvFormat.ISO, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2024",
        "2024-1-1",
        "2024-01-1",
        "2024/01/01",
        "20240101",
        "2024-01-011",
        "2o24-01-01",
        "-024-01-01",
        "2024-+1-01",
        "2024-01-01T00:00",
        "2023-02-29",
        "1900-02-29",
        "0000-00-00",
        "/:24-01-01",
        "2024-:0-01"
      })
  void whatIsNoDateIsNone(String text) {
    assertEquals(expected(text), read(CsvFormat.ISO, text));
    assertEquals(DateReader.NONE, read(CsvFormat.ISO, text));
  }

  @Property
  void patternsReadWhatTheyWrite(@ForAll @IntRange(min = -25_000, max = 84_000) int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    for (String pattern : new String[] {"dd/MM/yyyy", "M/d/yyyy", "dd.MM.yyyy", "d MMM yyyy"}) {
      String text = date.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
      assertEquals(day, read(pattern, text), text);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "dd/MM/yyyy, 31/02/2024",
    "dd/MM/yyyy, 2024-02-01",
    "dd/MM/yyyy, 1/2/2024",
    "MM/dd/yyyy, 13/01/2024",
    "yyyyMMdd, 20240230"
  })
  void aDateThatThePatternDoesNotHaveIsNone(String pattern, String text) {
    assertEquals(DateReader.NONE, read(pattern, text));
  }

  @ParameterizedTest
  @CsvSource({
    "yyyy-MM, 2024-03, 2024-03-01",
    "yyyy-MM-dd HH:mm:ss, 2024-03-05 00:00:00, 2024-03-05",
    "yyyy-MM-dd'T'HH:mm, 2024-03-05T10:30, 2024-03-05",
    "dd-MMM-yy, 05-MAR-24, 2024-03-05"
  })
  void timesAndMonthsAreDates(String pattern, String text, LocalDate date) {
    assertEquals(date.toEpochDay(), read(pattern, text));
  }

  @Test
  void manyDistinctDatesAreTheirOwn() {
    DateReader reader = DateReader.of("yyyyMMdd");
    for (int round = 0; round < 2; round++) {
      for (int day = 0; day < 1000; day++) {
        byte[] text =
            LocalDate.ofEpochDay(day)
                .format(DateTimeFormatter.BASIC_ISO_DATE)
                .getBytes(StandardCharsets.US_ASCII);
        assertEquals(day, reader.epochDay(text, 0, text.length));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"iso", "dd/mm/yyyy", "yyyy", "HH:mm", "{", "", "dd/MM"})
  void aPatternThatSaysNoDateIsRefusedByItsFlag(String pattern) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> new CsvFormat(',', '.', pattern))
            .getMessage();
    assertTrue(message.startsWith("--date-format \"" + pattern + "\""), message);
  }

  private static int expected(String text) {
    try {
      return (int) LocalDate.parse(text).toEpochDay();
    } catch (DateTimeParseException e) {
      return DateReader.NONE;
    }
  }

  private static int read(String pattern, String text) {
    byte[] bytes = ("1" + text + "1").getBytes(StandardCharsets.UTF_8);
    return DateReader.of(pattern).epochDay(bytes, 1, bytes.length - 1);
  }
}
