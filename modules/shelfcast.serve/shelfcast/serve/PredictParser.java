package shelfcast.serve;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Reads the body of {@code POST /predict}: one strict JSON object, token by token.
 *
 * <p>A body that is not one JSON document in UTF-8 is a {@code 400}; one that is, but is not what
 * we ask for, is a {@code 422} that names everything wrong with it, up to 20 places. One parser
 * reads one body.
 */
final class PredictParser {
  private static final String LAG_1 = "lag_1";
  private static final String ROLLING_MEAN_7 = "rolling_mean_7";
  private static final String SERIES_ID = "series_id";
  private static final String FIELDS = "lag_1, rolling_mean_7 and optionally series_id";
  private static final int MOST_FAULTS = 20;

  /** A request, or why there is none. */
  sealed interface Outcome {
    /** The body is acceptable. */
    record Accepted(PredictRequest request) implements Outcome {}

    /** The body is not. */
    record Refused(Problem problem) implements Outcome {}
  }

  private final List<Fault> faults = new ArrayList<>(0);
  private final Set<String> seen = new HashSet<>(4);
  private OptionalDouble lag1 = OptionalDouble.empty();
  private OptionalDouble rollingMean7 = OptionalDouble.empty();
  private Optional<String> seriesId = Optional.empty();

  private PredictParser() {}

  /**
   * Reads a body.
   *
   * @param body holds the body from index 0
   * @param length bytes of it
   */
  static Outcome parse(byte[] body, int length) {
    if (!isUtf8(body, length)) {
      return notJson("The bytes are not UTF-8, the encoding that JSON is sent in.");
    }
    PredictParser parser = new PredictParser();
    try (JsonParser in = Json.FACTORY.createParser(body, 0, length)) {
      return parser.document(in);
    } catch (StreamConstraintsException e) {
      String detail = "Nested more than " + Json.DEEPEST + " levels deep; send a flat object.";
      return notAcceptable(List.of(new Fault("", detail)));
    } catch (JsonParseException e) {
      return notJson(whereAndWhy(e));
    } catch (IOException e) {
      return notJson(Quoted.clean(String.valueOf(e.getMessage())));
    }
  }

  private Outcome document(JsonParser in) throws IOException {
    JsonToken first = in.nextToken();
    if (first == null) {
      return notJson("The body is empty; send an object with " + FIELDS + ".");
    }
    if (first == JsonToken.START_OBJECT) {
      members(in);
    } else {
      in.skipChildren();
      faults.add(new Fault("", "must be an object with " + FIELDS + ", not " + name(first)));
    }
    if (in.nextToken() != null) {
      return notJson("Something follows the end of the first value.");
    }
    return faults.isEmpty()
        ? new Outcome.Accepted(
            new PredictRequest(lag1.getAsDouble(), rollingMean7.getAsDouble(), seriesId))
        : notAcceptable(faults);
  }

  private void members(JsonParser in) throws IOException {
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String field = in.currentName();
      JsonToken value = in.nextToken();
      if (!seen.add(field)) {
        fault(field, "is there more than once");
        in.skipChildren();
        continue;
      }
      switch (field) {
        case LAG_1 -> lag1 = units(in, field, value);
        case ROLLING_MEAN_7 -> rollingMean7 = units(in, field, value);
        case SERIES_ID -> seriesId = text(in, field, value);
        default -> {
          fault(field, "is not a known field; the fields are " + FIELDS);
          in.skipChildren();
        }
      }
    }
    require(LAG_1);
    require(ROLLING_MEAN_7);
  }

  private OptionalDouble units(JsonParser in, String field, JsonToken value) throws IOException {
    if (!value.isNumeric()) {
      fault(field, "must be a number, not " + name(value));
      in.skipChildren();
      return OptionalDouble.empty();
    }
    double units = in.getDoubleValue();
    if (!Double.isFinite(units)) {
      fault(field, "is too large for a double (the largest is about 1.8e308)");
    } else if (units < 0) {
      fault(field, "must not be negative");
    }
    return OptionalDouble.of(units);
  }

  private Optional<String> text(JsonParser in, String field, JsonToken value) throws IOException {
    if (value != JsonToken.VALUE_STRING) {
      fault(field, "must be a string, not " + name(value));
      in.skipChildren();
      return Optional.empty();
    }
    return Optional.of(in.getText());
  }

  private void require(String field) {
    if (!seen.contains(field)) {
      fault(field, "is missing");
    }
  }

  private void fault(String field, String detail) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(Fault.of(field, detail));
    }
  }

  private static String name(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a string";
      case VALUE_NULL -> "null";
      case VALUE_TRUE, VALUE_FALSE -> "a boolean";
      default -> "a number";
    };
  }

  private static Outcome notAcceptable(List<Fault> faults) {
    String detail =
        faults.size() == 1
            ? "One thing is wrong with the body."
            : faults.size() + " things are wrong with the body.";
    return new Outcome.Refused(
        new Problem(Problem.Kind.NOT_ACCEPTABLE_INPUT, detail, List.copyOf(faults)));
  }

  private static Outcome notJson(String detail) {
    return new Outcome.Refused(
        new Problem(Problem.Kind.NOT_JSON, detail, List.of(new Fault("", detail))));
  }

  /** Jackson's reason without what follows it, which is for people who program with Jackson. */
  private static String whereAndWhy(JsonParseException e) {
    String reason = e.getOriginalMessage();
    String why = reason.split(": enable | \\(start marker at |(: was expecting)? \\(JSON ", 2)[0];
    return "At line "
        + e.getLocation().getLineNr()
        + ", column "
        + e.getLocation().getColumnNr()
        + ": "
        + Quoted.clean(why);
  }

  /**
   * Whether the bytes are UTF-8 without a NUL. Jackson would let some malformed sequences through
   * and would take a NUL among the first four bytes as a sign of UTF-16.
   */
  private static boolean isUtf8(byte[] body, int length) {
    boolean ascii = true;
    for (int i = 0; i < length; i++) {
      if (body[i] == 0) {
        return false;
      }
      ascii &= body[i] > 0;
    }
    if (ascii) {
      return true;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body, 0, length));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
