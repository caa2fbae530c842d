package shelfcast.ingest;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small sales files, and the short way to read them. */
final class Csv {
  static final LocalDate START = LocalDate.of(2024, 1, 1);
  static final ReadOptions DEFAULTS = ReadOptions.defaults();

  private Csv() {}

  /** A {@code date,sales} file with units 1, 2, 3… from {@link #START} on. */
  static String days(int count) {
    return "date,sales\n" + rows(count, "");
  }

  /**
   * Rows {@code date,MIDDLE units}, where the middle ends with the delimiter if it is not empty.
   */
  static String rows(int count, String middle) {
    return IntStream.range(0, count)
        .mapToObj(day -> START.plusDays(day) + "," + middle + (day + 1) + "\n")
        .collect(Collectors.joining());
  }

  static SalesTable read(String csv) {
    return read(csv, DEFAULTS);
  }

  static SalesTable read(String csv, ReadOptions options) {
    return read(csv.getBytes(StandardCharsets.UTF_8), options);
  }

  static SalesTable read(byte[] csv, ReadOptions options) {
    try {
      return SalesReader.read("sales.csv", new ByteArrayInputStream(csv), options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BadDataException refused(String csv) {
    return refused(csv, DEFAULTS);
  }

  static BadDataException refused(String csv, ReadOptions options) {
    return assertThrows(BadDataException.class, () -> read(csv, options));
  }

  static BadDataException refused(byte[] csv) {
    return assertThrows(BadDataException.class, () -> read(csv, DEFAULTS));
  }

  static ReadOptions with(ColumnRoles roles) {
    return new ReadOptions(
        roles, DEFAULTS.frequency(), DEFAULTS.gaps(), DEFAULTS.returns(), DEFAULTS.format());
  }

  static ReadOptions with(Frequency frequency) {
    return new ReadOptions(
        DEFAULTS.roles(), frequency, DEFAULTS.gaps(), DEFAULTS.returns(), DEFAULTS.format());
  }

  static ReadOptions with(Gaps gaps) {
    return new ReadOptions(
        DEFAULTS.roles(), DEFAULTS.frequency(), gaps, DEFAULTS.returns(), DEFAULTS.format());
  }

  static ReadOptions with(Returns returns) {
    return new ReadOptions(
        DEFAULTS.roles(), DEFAULTS.frequency(), DEFAULTS.gaps(), returns, DEFAULTS.format());
  }

  static ReadOptions with(CsvFormat format) {
    return new ReadOptions(
        DEFAULTS.roles(), DEFAULTS.frequency(), DEFAULTS.gaps(), DEFAULTS.returns(), format);
  }

  static ColumnRoles roles(List<String> series, List<String> known, List<String> past) {
    return new ColumnRoles("date", "sales", series, known, past, List.of());
  }

  static ColumnRoles statics(String... columns) {
    return new ColumnRoles("date", "sales", List.of(), List.of(), List.of(), List.of(columns));
  }
}
