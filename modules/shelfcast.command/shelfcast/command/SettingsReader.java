package shelfcast.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Brings the three places together in which a value can be given. */
final class SettingsReader {
  private SettingsReader() {}

  /**
   * The settings of {@code program}: flag over environment over file over default.
   *
   * @throws Failure when anything in them is unknown or not allowed
   */
  static Settings read(Program program, Map<Key<?>, Given> flags, Map<String, String> environment) {
    Map<Key<?>, Given> given = new HashMap<>(EnvironmentReader.read(environment));
    given.putAll(flags);
    Given config = given.get(Keys.CONFIG);
    if (config != null) {
      ConfigFile.read(path(config), config.source()).forEach(given::putIfAbsent);
    }
    given.keySet().retainAll(program.keys());
    return new Settings(program.keys(), given);
  }

  private static Path path(Given config) {
    try {
      return Path.of(config.text());
    } catch (InvalidPathException e) {
      throw Failure.usage(
          config.source()
              + " has the value "
              + Quote.of(config.text())
              + ", which cannot be a file");
    }
  }
}
