package shelfcast.serve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The one JSON factory of the server, and how an answer is written with it. */
final class Json {
  /** Levels of objects and arrays in a request; a request we accept has one. */
  static final int DEEPEST = 32;

  /**
   * Numbers and names may be as long as a body may be: how long is not what makes them wrong. The
   * parser's own table of names stays off, so that clients cannot fill it.
   */
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(BodyReader.LIMIT)
                  .maxNameLength(BodyReader.LIMIT)
                  .maxStringLength(BodyReader.LIMIT)
                  .build())
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private Json() {}

  /** Something that writes one JSON value. */
  interface Value {
    void writeTo(JsonGenerator out) throws IOException;
  }

  /** The value as JSON in UTF-8. */
  static byte[] write(Value value) {
    try (ByteArrayBuilder bytes = new ByteArrayBuilder(256)) {
      try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
        value.writeTo(out);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }
}
