package shelfcast.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfcast.store.ObjectStore;

class RollbackTest {
  private static final Optional<String> CONTEXT = Optional.of("0123456789abcdef");

  @TempDir private Path folder;
  private ObjectStore store;
  private Registry registry;

  @BeforeEach
  void open() {
    store = Samples.store(folder);
    registry = at(0);
  }

  /** The registry some seconds after noon. */
  private Registry at(int seconds) {
    return Samples.registry(folder, Samples.NOON.plusSeconds(seconds));
  }

  /** Trains three champions, one a second. */
  private List<String> champions() {
    return IntStream.rangeClosed(1, 3)
        .mapToObj(i -> Samples.champion(folder, Samples.draft(i), Samples.NOON.plusSeconds(i)))
        .toList();
  }

  private Pointer current() {
    return registry.current().orElseThrow();
  }

  @Test
  void rollbackGoesBackAlongTheHistoryAndPins() {
    List<String> versions = champions();
    registry.moveContext(CONTEXT.get(), Samples.LAST_DATE);
    assertEquals(
        new Rollback.RolledBack(versions.get(1), versions.get(2), List.of()), at(4).rollback());
    assertTrue(current().pinned());
    assertEquals(CONTEXT, current().context());
    assertEquals(Samples.NOON.plusSeconds(4), current().promotedAt());
    assertEquals(
        new Rollback.RolledBack(versions.get(0), versions.get(1), List.of()), at(5).rollback());
    Pointer last = current();
    Rollback nothing = at(6).rollback();
    assertEquals(new Rollback.NothingBefore(Optional.of(versions.get(0)), List.of()), nothing);
    assertEquals(last, current());
  }

  @Test
  void rollbackSkipsWhatCannotBeLoaded() {
    List<String> versions = champions();
    store.delete("models/" + versions.get(1) + "/manifest.json");
    Rollback.RolledBack back = assertInstanceOf(Rollback.RolledBack.class, at(4).rollback());
    assertEquals(versions.get(0), back.version());
    assertEquals(1, back.skipped().size());
    assertTrue(back.sentence().contains(versions.get(1)), back.sentence());
  }

  @Test
  void withoutAChampionThereIsNothingToChange() {
    assertEquals(new Rollback.NothingBefore(Optional.empty(), List.of()), registry.rollback());
    assertFalse(registry.unpin());
    assertFalse(registry.moveContext(CONTEXT.get(), Samples.LAST_DATE));
    assertTrue(store.head("models/current.json").isEmpty());
  }
}
