package shelfcast.store;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The rules for keys, which are the same for every kind of place: see {@link ObjectStore}. */
final class ObjectKey {
  private static final int LONGEST_KEY = 1024;
  private static final int LONGEST_SEGMENT = 255;

  private ObjectKey() {}

  /**
   * Lets a good key through.
   *
   * @param key the key
   * @return the same key
   * @throws IllegalArgumentException if it breaks a rule, saying which
   */
  static String check(String key) {
    Optional<String> fault = fault(key);
    if (fault.isPresent()) {
      throw new IllegalArgumentException(
          "\"%s\" cannot name an object: %s".formatted(key, fault.get()));
    }
    return key;
  }

  /**
   * Whether an object of this name can be reached through an {@link ObjectStore}.
   *
   * @param key the name
   * @return true if it keeps the rules
   */
  static boolean isValid(String key) {
    return fault(key).isEmpty();
  }

  private static Optional<String> fault(String key) {
    if (key.isEmpty()) {
      return Optional.of("it is empty");
    }
    if (key.startsWith("/")) {
      return Optional.of("it starts with a slash");
    }
    if (key.codePoints().anyMatch(Character::isISOControl)) {
      return Optional.of("it contains a control character");
    }
    try {
      if (bytes(key) > LONGEST_KEY) {
        return Optional.of("it is longer than " + LONGEST_KEY + " bytes");
      }
      for (String segment : key.split("/", -1)) {
        if (segment.isEmpty()) {
          return Optional.of("it contains an empty segment (two slashes, or one at the end)");
        }
        if (segment.startsWith(".")) {
          return Optional.of("its segment \"" + segment + "\" starts with a dot");
        }
        if (bytes(segment) > LONGEST_SEGMENT) {
          return Optional.of("one of its segments is longer than " + LONGEST_SEGMENT + " bytes");
        }
      }
    } catch (CharacterCodingException e) {
      return Optional.of("it is not Unicode text");
    }
    return Optional.empty();
  }

  private static int bytes(String text) throws CharacterCodingException {
    ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    return encoded.remaining();
  }
}
