package shelfcast.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The fields of a JSON object, each asked for by name and type. What is missing or of another type
 * is a {@link BundleException} that names the file and the place in it.
 */
final class Fields {
  private final String file;
  private final String path;
  private final JsonNode node;

  private Fields(String file, String path, JsonNode node) {
    this.file = file;
    this.path = path;
    this.node = node;
  }

  /**
   * The fields of a node that must be an object.
   *
   * @param file the file, as the user knows it
   * @param path the JSON pointer of the node in the file
   */
  static Fields of(String file, String path, JsonNode node) {
    if (!node.isObject()) {
      throw wrong(file, path, "an object", node);
    }
    return new Fields(file, path, node);
  }

  /** A text. */
  String text(String name) {
    return required(name, "a text", JsonNode::isTextual).textValue();
  }

  /** A text, or empty if the field is not there or null. */
  Optional<String> optionalText(String name) {
    return node.path(name).isNull() || node.path(name).isMissingNode()
        ? Optional.empty()
        : Optional.of(text(name));
  }

  /** True or false. */
  boolean flag(String name) {
    return required(name, "true or false", JsonNode::isBoolean).booleanValue();
  }

  /** A whole number. */
  long whole(String name) {
    return required(name, "a whole number", JsonNode::canConvertToLong, JsonNode::isIntegralNumber)
        .longValue();
  }

  /** A whole number that fits 32 bits. */
  int count(String name) {
    return required(name, "a whole number", JsonNode::canConvertToInt, JsonNode::isIntegralNumber)
        .intValue();
  }

  /** A number that is finite as a double. */
  double number(String name) {
    return required(name, "a number", JsonNode::isNumber, n -> Double.isFinite(n.doubleValue()))
        .doubleValue();
  }

  /** A moment as ISO-8601 writes it. */
  Instant instant(String name) {
    return parsed(name, "a moment such as 2026-01-31T12:00:00Z", Instant::parse);
  }

  /** A date as ISO-8601 writes it. */
  LocalDate date(String name) {
    return parsed(name, "a date such as 2026-01-31", LocalDate::parse);
  }

  /** An object. */
  Fields object(String name) {
    return of(file, child(name), node.path(name));
  }

  /** The objects of a list. */
  List<Fields> objects(String name) {
    return list(name, (at, element) -> of(file, at, element));
  }

  /** The texts of a list. */
  List<String> texts(String name) {
    return list(
        name, (at, element) -> checked(at, "a text", element, JsonNode::isTextual).textValue());
  }

  /** The numbers of a list, each of them finite as a float. */
  float[] floats(String name, int length) {
    List<Float> numbers =
        list(name, (at, element) -> checked(at, "a number", element, Fields::isFloat).floatValue());
    if (numbers.size() != length) {
      throw wrong("has " + numbers.size() + " numbers in " + child(name) + ", not " + length);
    }
    float[] values = new float[length];
    IntStream.range(0, length).forEach(i -> values[i] = numbers.get(i));
    return values;
  }

  /** All fields of this object, each read by its name. */
  <T> SortedMap<String, T> entries(Function<String, T> read) {
    SortedMap<String, T> entries = new TreeMap<>();
    node.fieldNames().forEachRemaining(name -> entries.put(name, read.apply(name)));
    return entries;
  }

  /**
   * Makes something of the fields.
   *
   * @throws BundleException if the maker refuses them with an {@link IllegalArgumentException}
   */
  <T> T make(Function<Fields, T> maker) {
    try {
      return maker.apply(this);
    } catch (IllegalArgumentException e) {
      throw new BundleException(
          BundleException.Kind.CORRUPT, file + " does not make sense: " + e.getMessage(), e);
    }
  }

  /** The error for content that is wrong as a whole, worded to follow the file's name. */
  BundleException wrong(String what) {
    return new BundleException(BundleException.Kind.CORRUPT, file + " " + what);
  }

  private <T> List<T> list(String name, BiFunction<String, JsonNode, T> element) {
    JsonNode list = required(name, "a list", JsonNode::isArray);
    return IntStream.range(0, list.size())
        .mapToObj(i -> element.apply(child(name) + "/" + i, list.get(i)))
        .toList();
  }

  private <T> T parsed(String name, String expected, Function<String, T> parser) {
    try {
      return parser.apply(text(name));
    } catch (DateTimeException e) {
      throw wrong(file, child(name), expected, node.path(name));
    }
  }

  @SafeVarargs
  private JsonNode required(String name, String expected, Predicate<JsonNode>... tests) {
    return checked(child(name), expected, node.path(name), tests);
  }

  @SafeVarargs
  private JsonNode checked(
      String at, String expected, JsonNode value, Predicate<JsonNode>... tests) {
    for (Predicate<JsonNode> test : tests) {
      if (!test.test(value)) {
        throw wrong(file, at, expected, value);
      }
    }
    return value;
  }

  private String child(String name) {
    return path + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private static BundleException wrong(String file, String at, String expected, JsonNode found) {
    String where = at.isEmpty() ? file : file + " at " + at;
    String what = found.isMissingNode() ? "nothing is there" : "found " + shortened(found);
    return new BundleException(
        BundleException.Kind.CORRUPT, where + ": expected " + expected + ", " + what);
  }

  private static boolean isFloat(JsonNode value) {
    return value.isNumber() && Float.isFinite(value.floatValue());
  }

  private static String shortened(JsonNode found) {
    int most = 60;
    String text = found.toString();
    return text.length() <= most ? text : text.substring(0, most) + "…";
  }
}
