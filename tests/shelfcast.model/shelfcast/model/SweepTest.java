package shelfcast.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfcast.store.ObjectStore;

class SweepTest {
  @TempDir private Path folder;
  private ObjectStore store;
  private Registry registry;

  @BeforeEach
  void open() {
    store = Samples.store(folder);
    registry = Samples.registry(folder);
  }

  /** Bundles, the oldest first, of which those asked for become champions. */
  private List<String> bundles(boolean... champions) {
    List<String> versions = new ArrayList<>();
    for (int i = 0; i < champions.length; i++) {
      Registry then = Samples.registry(folder, Samples.NOON.plusSeconds(i));
      String version = then.publish(Samples.draft(i)).version();
      if (champions[i]) {
        then.promote(version, Optional.empty(), Registry.By.TRAINING);
      }
      versions.add(version);
    }
    return versions;
  }

  private List<String> left() {
    return registry.list().stream().map(BundleSummary::version).toList().reversed();
  }

  /** The registry when the files written just now are older than the grace given to them. */
  private Registry muchLater() {
    return Samples.registry(folder, Instant.now().plus(Sweeper.GRACE).plus(Duration.ofHours(1)));
  }

  @Test
  void keepsTheNewestTheChampionAndThoseBefore() {
    List<String> all = bundles(true, true, true, false, false, false, false);
    Sweep swept = registry.gc(2);
    assertEquals(List.of(all.get(3), all.get(4)), swept.versions());
    assertEquals(List.of(all.get(0), all.get(1), all.get(2), all.get(5), all.get(6)), left());
  }

  @Test
  void keepsOneFormerChampionAndTheNewest() {
    List<String> all = bundles(true, true, true, false, false);
    assertEquals(List.of(all.get(0), all.get(3)), registry.gc(1).versions());
    assertEquals(List.of(all.get(1), all.get(2), all.get(4)), left());
    Rollback back = Samples.registry(folder, Samples.NOON.plusSeconds(60)).rollback();
    assertEquals(new Rollback.RolledBack(all.get(1), all.get(2), List.of()), back);
  }

  @Test
  void aPinnedChampionIsKeptHoweverOld() {
    List<String> all = bundles(true, true);
    Samples.registry(folder, Samples.NOON.plusSeconds(10)).rollback();
    Registry later = Samples.registry(folder, Samples.NOON.plusSeconds(20));
    String newest = later.publish(Samples.draft(9)).version();
    assertEquals(List.of(all.get(1)), later.gc(1).versions());
    assertEquals(List.of(all.get(0), newest), left());
  }

  @Test
  void withoutAChampionTheNewestStay() {
    List<String> all = bundles(false, false, false);
    assertEquals(List.of(all.get(0)), registry.gc(2).versions());
  }

  @Test
  void whatIsBeingPublishedIsLeftAlone() {
    bundles(true);
    String half = "models/20260701T130000Z-00000000/model.safetensors";
    store.put(half, new byte[1]);
    String context = "context/0123456789abcdef.bin";
    store.put(context, new byte[1]);
    assertEquals(new Sweep(List.of(), List.of()), Samples.registry(folder, Instant.now()).gc(1));
    assertEquals(
        new Sweep(List.of("20260701T130000Z-00000000"), List.of("0123456789abcdef")),
        muchLater().gc(1));
    assertTrue(store.head(half).isEmpty());
    assertTrue(store.head(context).isEmpty());
  }

  @Test
  void theContextInUseIsKept() {
    bundles(true);
    store.put("context/0123456789abcdef.bin", new byte[1]);
    registry.moveContext("0123456789abcdef", Samples.LAST_DATE);
    assertEquals(List.of(), muchLater().gc(1).contexts());
  }

  @Test
  void whatOthersHavePutThereIsLeftAlone() {
    bundles(true);
    store.put("models/notes.txt", new byte[1]);
    store.put("models/archive/manifest.json", new byte[1]);
    store.put("context/notes.txt", new byte[1]);
    assertEquals(new Sweep(List.of(), List.of()), muchLater().gc(1));
    assertEquals(7, store.list("").size());
  }

  @Test
  void keepingNoneIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> registry.gc(0));
  }
}
