package shelfcast.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the configuration file: one JSON object whose members are keys of the table, in which
 * comments are allowed. It may hold keys of several programs, so that they can share it; each one
 * reads its own.
 */
final class ConfigFile {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final Path file;
  private final JsonParser json;
  private final Map<String, Key<?>> known =
      Keys.all().stream().collect(Collectors.toMap(Key::fileKey, Function.identity()));

  private ConfigFile(Path file, JsonParser json) {
    this.file = file;
    this.json = json;
  }

  /**
   * What {@code file} says of each key.
   *
   * @param from where the file was named, for messages
   * @throws Failure naming file, line and column when it cannot be read, is not JSON, has an
   *     unknown key or a literal of the wrong kind
   */
  static Map<Key<?>, Given> read(Path file, Source from) {
    if (!Files.isRegularFile(file)) {
      throw Failure.usage(
          from
              + " names "
              + file
              + ", but "
              + (Files.exists(file) ? "that is not a file" : "there is no such file"));
    }
    try (JsonParser json = JSON.createParser(Files.readAllBytes(file))) {
      return new ConfigFile(file, json).members();
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String position = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
      throw Failure.usage(file + position + ": this is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw Failure.usage(from + " names " + file + ", which cannot be read: " + e.getMessage());
    }
  }

  private Map<Key<?>, Given> members() throws IOException {
    Map<Key<?>, Given> given = new HashMap<>();
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw wrong("the file must hold one JSON object, { \"key\": value, ... }");
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      Key<?> key = key(json.currentName());
      json.nextToken();
      Source source = new Source.File(file, json.currentTokenLocation().getLineNr(), key.fileKey());
      given.put(key, new Given(value(key), source));
    }
    if (json.nextToken() != null) {
      throw wrong("nothing may follow the closing brace");
    }
    return given;
  }

  private Key<?> key(String name) {
    if (name.equals(Keys.CONFIG.fileKey())) {
      throw wrong("a configuration file cannot name another; use --config");
    }
    return Optional.<Key<?>>ofNullable(known.get(name))
        .orElseThrow(() ->
            wrong(
                "unknown key "
                    + Quote.of(name)
                    + "; the nearest that exists is \""
                    + Nearest.to(name, known.keySet())
                    + "\""));
  }

  private String value(Key<?> key) throws IOException {
    Kind.Literal wanted = key.kind().literal();
    JsonToken token = json.currentToken();
    return switch (wanted) {
      case TEXT -> require(token == JsonToken.VALUE_STRING, key);
      case NUMBER -> require(token.isNumeric(), key);
      case SWITCH -> require(token.isBoolean(), key);
      case LIST -> new Kind.TextList().show(texts(key));
    };
  }

  private List<String> texts(Key<?> key) throws IOException {
    require(json.currentToken() == JsonToken.START_ARRAY, key);
    List<String> texts = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      texts.add(require(json.currentToken() == JsonToken.VALUE_STRING, key));
    }
    return texts;
  }

  private String require(boolean fits, Key<?> key) throws IOException {
    if (!fits) {
      throw wrong(
          "\""
              + key.fileKey()
              + "\" must be "
              + key.kind().literal().description()
              + ": "
              + key.kind().allowed());
    }
    return json.getText();
  }

  private Failure wrong(String message) {
    JsonLocation at = json.currentTokenLocation();
    return Failure.usage(file + ":" + at.getLineNr() + ":" + at.getColumnNr() + ": " + message);
  }
}
