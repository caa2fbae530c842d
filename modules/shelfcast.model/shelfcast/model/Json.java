package shelfcast.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * JSON files as we write them: indented by two spaces, lines ended by a line feed on every
 * platform, so that equal content is equal bytes. Read strictly: one object, no name twice, nothing
 * after it.
 */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final ObjectWriter WRITER =
      MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  private Json() {}

  /** An empty object to fill. */
  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** The bytes of a file with this content. */
  static byte[] write(ObjectNode content) {
    try {
      return (WRITER.writeValueAsString(content) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a tree of plain values is always JSON", e);
    }
  }

  /**
   * Reads a file that holds one object.
   *
   * @param file the file, as the user knows it
   * @throws BundleException if it is not JSON or not an object
   */
  static Fields read(String file, byte[] content) {
    try {
      JsonNode root = MAPPER.readTree(content);
      return Fields.of(file, "", root);
    } catch (IOException e) {
      String why = e instanceof JsonProcessingException json ? reason(json) : e.getMessage();
      throw new BundleException(BundleException.Kind.CORRUPT, file + " is not JSON: " + why, e);
    }
  }

  /** Jackson's reason without its "[Source: REDACTED …", which says nothing about the file. */
  private static String reason(JsonProcessingException e) {
    return e.getOriginalMessage().replaceAll("\\[Source: [^;]*; ", "[");
  }
}
