package shelfcast.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What values a key takes. Every kind has one text form, the one written after a flag and into an
 * environment variable; the JSON file has its own literals for numbers, booleans and lists.
 *
 * @param <T> type of the value
 */
public sealed interface Kind<T> {
  /** The value that {@code text} stands for; empty when the kind does not allow it. */
  Optional<T> read(String text);

  /** What is allowed, to follow "must be" in a message. */
  String allowed();

  /** The literal that stands for such a value in the JSON file. */
  Literal literal();

  /** The text that {@link #read} turns back into {@code value}. */
  default String show(T value) {
    return value.toString();
  }

  /** What a value is written as in the JSON file. */
  enum Literal {
    /** A string. */
    TEXT("a text in quotes"),
    /** A number. */
    NUMBER("a number without quotes"),
    /** true or false. */
    SWITCH("true or false without quotes"),
    /** An array of strings. */
    LIST("a list of texts, as in [\"a\", \"b\"]");

    private final String description;

    Literal(String description) {
      this.description = description;
    }

    String description() {
      return description;
    }
  }

  /** Any text but an empty one: a place, a name, a file. */
  record Text() implements Kind<String> {
    @Override
    public Optional<String> read(String text) {
      return Optional.of(text).filter(given -> !given.isBlank());
    }

    @Override
    public String allowed() {
      return "a text that is not empty";
    }

    @Override
    public Literal literal() {
      return Literal.TEXT;
    }
  }

  /** The address of a web server, as text: {@code http://HOST:PORT} or {@code https://HOST}. */
  record WebAddress() implements Kind<String> {
    private static final int LAST_PORT = 65_535;

    @Override
    public Optional<String> read(String text) {
      try {
        URI uri = new URI(text);
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        boolean server = uri.getHost() != null && uri.getPort() <= LAST_PORT;
        return Optional.of(text).filter(given -> web && server);
      } catch (URISyntaxException noAddress) {
        return Optional.empty();
      }
    }

    @Override
    public String allowed() {
      return "a web address, http://HOST:PORT or https://HOST";
    }

    @Override
    public Literal literal() {
      return Literal.TEXT;
    }
  }

  /** Whole numbers from {@code min} to {@code max}, both included. */
  record Whole(int min, int max) implements Kind<Integer> {
    @Override
    public Optional<Integer> read(String text) {
      return new LongWhole(min, max).read(text).map(Math::toIntExact);
    }

    @Override
    public String allowed() {
      return new LongWhole(min, max).allowed();
    }

    @Override
    public Literal literal() {
      return Literal.NUMBER;
    }
  }

  /** Whole numbers from {@code min} to {@code max}, both included, that need 64 bits. */
  record LongWhole(long min, long max) implements Kind<Long> {
    private static final Pattern FORM = Pattern.compile("-?\\d{1,18}|-?[1-9]\\d{18}");

    @Override
    public Optional<Long> read(String text) {
      if (!FORM.matcher(text).matches()) {
        return Optional.empty();
      }
      try {
        return Optional.of(Long.parseLong(text)).filter(value -> min <= value && value <= max);
      } catch (NumberFormatException tooLong) {
        return Optional.empty();
      }
    }

    @Override
    public String allowed() {
      return "a whole number from " + min + " to " + max;
    }

    @Override
    public Literal literal() {
      return Literal.NUMBER;
    }
  }

  /**
   * Numbers from {@code min} to {@code max}, both included, with a point or an exponent where
   * wanted.
   */
  record Decimal(double min, double max) implements Kind<Double> {
    private static final Pattern FORM =
        Pattern.compile("-?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    @Override
    public Optional<Double> read(String text) {
      return Optional.of(text)
          .filter(given -> FORM.matcher(given).matches())
          .map(Double::parseDouble)
          .filter(value -> min <= value && value <= max);
    }

    @Override
    public String allowed() {
      return "a number from " + show(min) + " to " + show(max);
    }

    @Override
    public Literal literal() {
      return Literal.NUMBER;
    }

    @Override
    public String show(Double value) {
      return value == Math.rint(value) && Math.abs(value) < 1e15
          ? Long.toString(value.longValue())
          : value.toString();
    }
  }

  /** One of a few words. */
  record Choice(List<String> words) implements Kind<String> {
    /** Copies the words. */
    public Choice {
      words = List.copyOf(words);
    }

    @Override
    public Optional<String> read(String text) {
      return Optional.of(text).filter(words::contains);
    }

    @Override
    public String allowed() {
      return words.size() == 1
          ? words.getFirst()
          : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }

    @Override
    public Literal literal() {
      return Literal.TEXT;
    }
  }

  /**
   * Names with commas between them; a comma or backslash inside a name is written after a
   * backslash. May be empty.
   */
  record TextList() implements Kind<List<String>> {
    @Override
    public Optional<List<String>> read(String text) {
      if (text.isEmpty()) {
        return Optional.of(List.of());
      }
      List<String> items = new ArrayList<>();
      StringBuilder item = new StringBuilder();
      for (int at = 0; at < text.length(); at++) {
        char here = text.charAt(at);
        if (here == '\\' && at + 1 < text.length()) {
          item.append(text.charAt(++at));
        } else if (here == ',') {
          items.add(item.toString());
          item.setLength(0);
        } else {
          item.append(here);
        }
      }
      items.add(item.toString());
      return Optional.of(List.copyOf(items)).filter(all -> all.stream().noneMatch(String::isBlank));
    }

    @Override
    public String allowed() {
      return "names with commas between them, none empty";
    }

    @Override
    public Literal literal() {
      return Literal.LIST;
    }

    @Override
    public String show(List<String> value) {
      return String.join(
          ",", value.stream().map(item -> item.replace("\\", "\\\\").replace(",", "\\,")).toList());
    }
  }

  /** On or off. On a command line the bare flag means {@code true}. */
  record Flag() implements Kind<Boolean> {
    @Override
    public Optional<Boolean> read(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "true", "1" -> Optional.of(true);
        case "false", "0" -> Optional.of(false);
        default -> Optional.empty();
      };
    }

    @Override
    public String allowed() {
      return "true or false";
    }

    @Override
    public Literal literal() {
      return Literal.SWITCH;
    }
  }

  /** A calendar date. */
  record Day() implements Kind<LocalDate> {
    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    @Override
    public Optional<LocalDate> read(String text) {
      if (!FORM.matcher(text).matches()) {
        return Optional.empty();
      }
      try {
        return Optional.of(LocalDate.parse(text));
      } catch (DateTimeParseException noSuchDay) {
        return Optional.empty();
      }
    }

    @Override
    public String allowed() {
      return "a date like 2024-01-31";
    }

    @Override
    public Literal literal() {
      return Literal.TEXT;
    }
  }

  /** One character; the word {@code tab} stands for the one that is hard to type. */
  record Symbol() implements Kind<Character> {
    @Override
    public Optional<Character> read(String text) {
      if (text.equals("tab")) {
        return Optional.of('\t');
      }
      return text.length() == 1 ? Optional.of(text.charAt(0)) : Optional.empty();
    }

    @Override
    public String allowed() {
      return "one character, or the word tab";
    }

    @Override
    public Literal literal() {
      return Literal.TEXT;
    }

    @Override
    public String show(Character value) {
      return value == '\t' ? "tab" : value.toString();
    }
  }
}
