package shelfcast.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shelfcast.command.Launcher;

class ModelCommandTest {
  @TempDir private Path temporary;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int model(String... words) {
    Path store = temporary.resolve("store");
    return Launcher.run(
        new ModelCommand(),
        Stream.concat(Stream.of("--store", store.toString()), Stream.of(words))
            .toArray(String[]::new),
        Map.of(),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nosuch", "../x", "20200101T000000Z-00000000"})
  void aVersionThatIsNotThereIsBadUsage(String version) {
    for (String action : new String[] {"show", "promote", "verify"}) {
      err.reset();
      assertEquals(2, model(action, version), action);
      String message = err.toString(StandardCharsets.UTF_8);
      assertTrue(message.contains('"' + version + '"'), message);
      assertTrue(message.contains("shelfcast-model list"), message);
    }
    assertEquals(2, model("diff", version, version));
    assertEquals(0, out.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "verify"})
  void anEmptyStoreSaysHowToFillIt(String action) {
    assertEquals(0, model(action));
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("shelfcast-train"), out.toString());
  }

  @Test
  void anEmptyStoreHasNothingToGoBackTo() {
    assertEquals(1, model("rollback"));
    assertEquals(0, model("unpin"));
  }
}
