package shelfcast.serve;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.JsonPointerBasedFilter;
import com.fasterxml.jackson.core.filter.TokenFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An answer as it came over the wire.
 *
 * @param headers by their names in lower case
 */
record Answer(int status, Map<String, String> headers, String body) {

  String header(String name) {
    String value = headers.get(name.toLowerCase(Locale.ROOT));
    if (value == null) {
      throw new AssertionError("no " + name + " in " + headers);
    }
    return value;
  }

  /** The text of the JSON value that the pointer names, if it is there. */
  Optional<String> find(String pointer) {
    try (JsonParser in =
        new FilteringParserDelegate(
            Json.FACTORY.createParser(body),
            new JsonPointerBasedFilter(JsonPointer.compile(pointer)),
            TokenFilter.Inclusion.ONLY_INCLUDE_ALL,
            false)) {
      return in.nextToken() == null ? Optional.empty() : Optional.of(in.getText());
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON: " + body, e);
    }
  }

  /** The text of the JSON value that the pointer names. */
  String at(String pointer) {
    return find(pointer).orElseThrow(() -> new AssertionError("no " + pointer + " in " + body));
  }
}
