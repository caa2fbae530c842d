package shelfcast.command;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the environment variables that start with {@code SHELFCAST_}. */
final class EnvironmentReader {
  /** The test harness talks to itself through these. */
  private static final String TEST_PREFIX = Key.ENVIRONMENT_PREFIX + "TEST_";

  private EnvironmentReader() {}

  /**
   * What {@code environment} says of each key. A variable that is set to nothing counts as not set,
   * since compose files and task definitions cannot leave one out.
   *
   * @throws Failure when a variable starts as ours do and is none
   */
  static Map<Key<?>, Given> read(Map<String, String> environment) {
    Map<String, Key<?>> known =
        Keys.all().stream().collect(Collectors.toMap(Key::variable, Function.identity()));
    Map<Key<?>, Given> given = new HashMap<>();
    new TreeMap<>(environment)
        .forEach((variable, text) -> {
          if (!variable.startsWith(Key.ENVIRONMENT_PREFIX) || variable.startsWith(TEST_PREFIX)) {
            return;
          }
          Key<?> key = known.get(variable);
          if (key == null) {
            throw Failure.usage(
                "unknown environment variable "
                    + variable
                    + "; the nearest that exists is "
                    + Nearest.to(variable, known.keySet()));
          }
          if (!text.isEmpty()) {
            given.put(key, new Given(text, new Source.Environment(variable)));
          }
        });
    return given;
  }
}
