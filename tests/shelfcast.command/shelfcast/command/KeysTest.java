package shelfcast.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of keys, and what is written from it. */
class KeysTest {
  static List<Key<?>> keys() {
    return Keys.all();
  }

  @Test
  void everyKeyIsInTheTableOnce() {
    long constants =
        Arrays.stream(Keys.class.getFields()).map(Field::getType).filter(Key.class::equals).count();
    assertEquals(constants, Keys.all().size());
    assertEquals(constants, new HashSet<>(Keys.all().stream().map(Key::name).toList()).size());
  }

  @ParameterizedTest
  @MethodSource("keys")
  <T> void everyKeyIsWellFormed(Key<T> key) {
    assertTrue(key.name().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"), key.name());
    assertTrue(key.help().endsWith("."), key.help());
    assertFalse(key.programs().isEmpty());
    assertFalse(key.unset().isBlank());
    assertEquals(key.kind() instanceof Kind.Flag, key.placeholder().isEmpty());
    key.standard()
        .ifPresent(value -> assertEquals(key.standard(), key.kind().read(key.kind().show(value))));
  }

  @Test
  void oneNameIsWrittenInThreeWays() {
    assertEquals("--batch-size", Keys.BATCH_SIZE.flag());
    assertEquals("SHELFCAST_BATCH_SIZE", Keys.BATCH_SIZE.variable());
    assertEquals("batch_size", Keys.BATCH_SIZE.fileKey());
  }

  @Test
  void theDocumentationNamesEveryKey() {
    String text = ConfigurationDocs.markdown();
    for (Key<?> key : Keys.all()) {
      assertTrue(text.contains("| `" + key.flag() + "`<br>`" + key.variable() + "`"), key.name());
      assertTrue(text.contains(key.help().replace("|", "\\|")), key.name());
    }
  }

  @Test
  void theFileToStartFromHoldsTheDefaults() {
    Map<Key<?>, Given> given =
        ConfigFile.read(Path.of("config/pipeline.json"), new Source.Flag("--config"));
    given.forEach((key, value) -> holdsDefault(key, value.text()));
    assertTrue(given.size() > 10);
  }

  private static <T> void holdsDefault(Key<T> key, String text) {
    assertEquals(key.standard(), key.kind().read(text), key.name());
  }
}
