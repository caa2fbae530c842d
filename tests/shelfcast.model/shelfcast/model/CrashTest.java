package shelfcast.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shelfcast.ingest.Frequency;
import shelfcast.ingest.SalesTable;
import shelfcast.ingest.Series;
import shelfcast.store.ObjectStore;
import shelfcast.store.StoreException;

/** Whatever moment the store or the program dies at, there is a champion, and a next run works. */
class CrashTest {
  @TempDir private Path folder;

  /** What is done to a store. */
  private interface Work {
    void run(Registry registry);
  }

  private static Context context() {
    Series series = Series.of("bread", Frequency.DAILY, Samples.LAST_DATE.minusDays(2), 1f, 2f, 3f);
    return Context.of(
        new SalesTable(
            Frequency.DAILY,
            List.of(series),
            List.of(),
            List.of(),
            List.of(),
            3,
            Samples.LAST_DATE.minusDays(2),
            Samples.LAST_DATE,
            List.of()),
        Map.of());
  }

  private static void train(Registry registry) {
    String version = registry.publish(Samples.draft(2)).version();
    String context = registry.publishContext(context());
    registry.promote(version, Optional.of(context), Registry.By.TRAINING);
  }

  /**
   * Lets work fail after 0, 1, 2 … operations until it gets through, each time in a store that has
   * a champion and one before it.
   */
  private void failEverywhere(FailingStore.LastOne lastOne, Work work, Work check) {
    boolean through = false;
    for (int answers = 0; !through; answers++) {
      assertTrue(answers < 200, "the work never ends");
      Path place = place(answers);
      Samples.champion(place, Samples.draft(0), Samples.NOON.minusSeconds(20));
      Samples.champion(place, Samples.draft(1), Samples.NOON.minusSeconds(10));
      ObjectStore failing = new FailingStore(Samples.store(place), answers, lastOne);
      try {
        work.run(new Registry(failing, Samples.clock(Samples.NOON)));
        through = true;
      } catch (StoreException e) {
        assertEquals("the store does not answer", e.getMessage());
      }
      Registry after = Samples.registry(place);
      after.champion().orElseThrow();
      assertEquals(List.of(), after.verify());
      work.run(after);
      check.run(after);
      assertEquals(List.of(), after.verify());
    }
  }

  private Path place(int answers) {
    try {
      return Files.createDirectory(folder.resolve("after-" + answers));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void trainingCanDieAnywhere(FailingStore.LastOne lastOne) {
    failEverywhere(
        lastOne,
        CrashTest::train,
        registry -> {
          Pointer pointer = registry.current().orElseThrow();
          assertEquals(registry.publish(Samples.draft(2)).version(), pointer.version());
          assertEquals(context(), registry.context(pointer.context().orElseThrow()));
          assertEquals(2, pointer.history().size());
        });
  }

  @ParameterizedTest
  @EnumSource
  void rollingBackCanDieAnywhere(FailingStore.LastOne lastOne) {
    failEverywhere(
        lastOne,
        Registry::rollback,
        registry -> assertTrue(registry.current().orElseThrow().pinned()));
  }

  @ParameterizedTest
  @EnumSource
  void sweepingCanDieAnywhere(FailingStore.LastOne lastOne) {
    failEverywhere(
        lastOne,
        registry -> {
          registry.publish(Samples.draft(3));
          registry.gc(1);
        },
        registry -> assertTrue(registry.list().size() >= 3));
  }
}
