package shelfcast.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Stores that earlier versions of shelfcast have left must be read for ever, and predict what those
 * versions predicted. The scripts beside the fixtures tell how they were made.
 */
class EarlierVersionsTest {
  private static final Path FIXTURES = Path.of("tests/shelfcast.model/fixtures");

  @ParameterizedTest
  @ValueSource(strings = "bundle-v1")
  void aStoreOfAnEarlierVersionIsRead(String fixture) {
    Registry registry = Samples.registry(FIXTURES.resolve(fixture));
    assertEquals(List.of(), registry.verify());
    Champion champion = registry.champion().orElseThrow();
    Manifest manifest = champion.bundle().manifest();
    Context context = registry.context(champion.pointer().context().orElseThrow());
    assertEquals(manifest.data().series(), context.series().size());
    assertEquals(manifest.data().lastDate(), context.lastDate());
    assertEquals(champion.pointer().version(), registry.list().getFirst().version());
  }

  @ParameterizedTest
  @ValueSource(strings = "bundle-v1")
  void itsModelPredictsWhatItDidThen(String fixture) throws IOException {
    NextDayModel.Session session =
        Samples.registry(FIXTURES.resolve(fixture))
            .champion()
            .orElseThrow()
            .bundle()
            .nextDay()
            .session();
    List<String> lines = Files.readAllLines(FIXTURES.resolve(fixture).resolve("predictions.csv"));
    assertEquals("series_id,lag_1,rolling_mean_7,prediction", lines.getFirst());
    List<String> recorded = lines.subList(1, lines.size());
    assertFalse(recorded.isEmpty());
    for (String line : recorded) {
      String[] cells = line.split(",");
      Optional<String> series = Optional.of(cells[0]).filter(id -> !id.isEmpty());
      double expected = Double.parseDouble(cells[3]);
      double predicted =
          session.predict(Double.parseDouble(cells[1]), Double.parseDouble(cells[2]), series);
      assertTrue(
          Math.abs(predicted - expected) <= 1e-5 * expected,
          () -> line + " is now predicted as " + predicted);
    }
  }
}
