package shelfcast.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads dates from bytes as days since 1970-01-01. */
interface DateReader {
  /** What {@link #epochDay} gives for what is no date. */
  int NONE = Integer.MIN_VALUE;

  /** The date in {@code bytes[from]} to {@code bytes[to]} (exclusive), or {@link #NONE}. */
  int epochDay(byte[] bytes, int from, int to);

  /**
   * The reader for a pattern.
   *
   * @param pattern {@link CsvFormat#ISO} or a pattern of {@link DateTimeFormatter}; one without a
   *     day gives the first of the month
   * @throws IllegalArgumentException if it is neither
   */
  static DateReader of(String pattern) {
    return pattern.equals(CsvFormat.ISO) ? new Iso() : new Patterned(pattern);
  }

  /** {@code 2024-12-31}, as {@link LocalDate#parse(CharSequence)} has it for years 0 to 9999. */
  final class Iso implements DateReader {
    private Iso() {}

    @Override
    public int epochDay(byte[] bytes, int from, int to) {
      if (to - from != 10 || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
        return NONE;
      }
      int year = 100 * twoDigits(bytes, from) + twoDigits(bytes, from + 2);
      int month = twoDigits(bytes, from + 5);
      int day = twoDigits(bytes, from + 8);
      boolean real =
          year >= 0
              && month >= 1
              && month <= 12
              && day >= 1
              && day <= Month.of(month).length(Year.isLeap(year));
      return real ? (int) LocalDate.of(year, month, day).toEpochDay() : NONE;
    }

    /** 0 to 99, or so far below zero that nothing added makes up for it. */
    private static int twoDigits(byte[] bytes, int at) {
      int tens = bytes[at] - '0';
      int ones = bytes[at + 1] - '0';
      boolean digits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
      return digits ? 10 * tens + ones : -100_000;
    }
  }

  /** Any other pattern; each distinct text is parsed once. */
  final class Patterned implements DateReader {
    /** Within quotes, text stands for itself. */
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");

    private final DateTimeFormatter formatter;
    private final Dictionary seen = new Dictionary();
    private int[] days = new int[64];

    private Patterned(String pattern) {
      this.formatter = formatter(pattern);
    }

    @Override
    public int epochDay(byte[] bytes, int from, int to) {
      int known = seen.size();
      int id = seen.idOf(bytes, from, to);
      if (id == known) {
        if (id == days.length) {
          days = Arrays.copyOf(days, 2 * id);
        }
        days[id] = parse(seen.text(id));
      }
      return days[id];
    }

    private int parse(String text) {
      try {
        return Math.toIntExact(LocalDate.parse(text, formatter).toEpochDay());
      } catch (DateTimeException | ArithmeticException e) {
        return NONE;
      }
    }

    private static DateTimeFormatter formatter(String pattern) {
      String letters = QUOTED.matcher(pattern).replaceAll("");
      try {
        DateTimeFormatterBuilder builder =
            new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(proleptic(pattern));
        if (!letters.matches(".*[dD].*")) {
          builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
        }
        // Strict, lest 31 February become the 28th.
        DateTimeFormatter formatter =
            builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
        LocalDate day = LocalDate.of(2001, 1, 1);
        if (!LocalDate.parse(day.atStartOfDay().format(formatter), formatter).equals(day)) {
          throw new IllegalArgumentException("it does not say which day");
        }
        return formatter;
      } catch (IllegalArgumentException | DateTimeException e) {
        throw new IllegalArgumentException(
            ("--date-format \"%s\" is no pattern for dates: use ISO, or letters as in dd/MM/yyyy,"
                    + " where MM is the month (%s)")
                .formatted(pattern, e.getMessage()),
            e);
      }
    }

    /** Year of era, {@code y}, needs an era to be strict about; {@code u} is the plain year. */
    private static String proleptic(String pattern) {
      StringBuilder out = new StringBuilder();
      boolean quoted = false;
      for (char letter : pattern.toCharArray()) {
        quoted ^= letter == '\'';
        out.append(letter == 'y' && !quoted ? 'u' : letter);
      }
      return out.toString();
    }
  }
}
