package shelfcast.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfcast.store.ObjectStore;

class PromotionTest {
  private static final Optional<String> CONTEXT = Optional.of("0123456789abcdef");
  private static final Optional<String> NO_CONTEXT = Optional.empty();

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

  private String published(int seed) {
    return registry.publish(Samples.draft(seed)).version();
  }

  /** Trains one champion a second, with seeds from 1. */
  private List<String> champions(int count) {
    List<String> versions = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      versions.add(Samples.champion(folder, Samples.draft(i), Samples.NOON.plusSeconds(i)));
    }
    return versions;
  }

  private Pointer current() {
    return registry.current().orElseThrow();
  }

  @Test
  void theFirstModelBecomesChampion() {
    Bundle bundle = registry.publish(Samples.draft(1));
    assertEquals(
        new Promotion.Promoted(bundle.version(), Optional.empty(), false),
        registry.promote(bundle.version(), CONTEXT, Registry.By.TRAINING));
    assertEquals(
        new Pointer(
            bundle.version(), bundle.manifestSha256(), CONTEXT, Samples.NOON, false, List.of()),
        current());
    assertEquals(bundle.manifest(), registry.champion().orElseThrow().bundle().manifest());
  }

  @Test
  void thePointerLooksAsDesigned() {
    List<String> versions = champions(2);
    registry.moveContext(CONTEXT.get(), Samples.LAST_DATE);
    String json =
        new String(store.get("models/current.json").orElseThrow().bytes(), StandardCharsets.UTF_8);
    assertEquals(
        """
        {
          "format" : 1,
          "version" : "%s",
          "manifest_sha256" : "%s",
          "context" : "0123456789abcdef",
          "promoted_at" : "2026-07-01T12:00:02Z",
          "pinned" : false,
          "history" : [ {
            "version" : "%s",
            "promoted_at" : "2026-07-01T12:00:01Z"
          } ]
        }
        """
            .formatted(versions.get(1), current().manifestSha256(), versions.get(0)),
        json);
  }

  @Test
  void promotingTheChampionAgainMovesOnlyTheContext() {
    String version = champions(1).getFirst();
    Pointer before = current();
    assertEquals(
        new Promotion.AlreadyChampion(version),
        at(9).promote(version, NO_CONTEXT, Registry.By.TRAINING));
    assertEquals(before, current());
    at(9).promote(version, CONTEXT, Registry.By.TRAINING);
    assertEquals(before.withContext(CONTEXT), current());
  }

  @Test
  void withoutAContextThePresentOneStays() {
    String version = champions(1).getFirst();
    registry.moveContext(CONTEXT.get(), Samples.LAST_DATE);
    at(3).promote(published(2), NO_CONTEXT, Registry.By.TRAINING);
    assertEquals(CONTEXT, current().context());
    assertEquals(version, current().history().getFirst().version());
  }

  @Test
  void aPinStopsTrainingButNotAPersonNorTheContext() {
    List<String> versions = champions(2);
    at(3).rollback();
    String third = published(3);
    assertEquals(
        new Promotion.Pinned(third, versions.get(0)),
        at(4).promote(third, CONTEXT, Registry.By.TRAINING));
    assertEquals(versions.get(0), current().version());
    assertEquals(CONTEXT, current().context());
    assertEquals(
        new Promotion.Promoted(third, Optional.of(versions.get(0)), true),
        at(5).promote(third, NO_CONTEXT, Registry.By.OPERATOR));
    assertTrue(current().pinned());
  }

  @Test
  void unpinLetsTrainingPromoteAgain() {
    champions(2);
    assertFalse(registry.unpin());
    at(3).rollback();
    assertTrue(registry.unpin());
    assertFalse(current().pinned());
    String third = published(3);
    assertInstanceOf(
        Promotion.Promoted.class, at(4).promote(third, NO_CONTEXT, Registry.By.TRAINING));
  }

  @Test
  void dataThatEndsEarlierIsNeverPromoted() {
    String champion = champions(1).getFirst();
    Pointer before = current();
    String older = registry.publish(Samples.draft(2, Samples.LAST_DATE.minusDays(1))).version();
    for (Registry.By by : Registry.By.values()) {
      Promotion outcome = at(2).promote(older, CONTEXT, by);
      assertEquals(
          new Promotion.OlderData(
              older, Samples.LAST_DATE.minusDays(1), champion, Samples.LAST_DATE),
          outcome);
      assertTrue(outcome.sentence().contains("sales up to 2026-06-29"), outcome.sentence());
      assertEquals(before, current());
    }
  }

  @Test
  void aContextOfDataThatEndsEarlierIsNeverMovedTo() {
    champions(2);
    registry.rollback();
    Pointer before = current();
    LocalDate earlier = Samples.LAST_DATE.minusDays(1);
    assertFalse(registry.moveContext(CONTEXT.get(), earlier));
    String older = registry.publish(Samples.draft(3, earlier)).version();
    assertInstanceOf(Promotion.Pinned.class, at(2).promote(older, CONTEXT, Registry.By.TRAINING));
    assertEquals(before, current());
  }

  @Test
  void aChampionOfANewerFormatIsRefusedButNotADamagedOne() {
    registry.checkChampionFormat();
    String manifest = "models/" + champions(1).getFirst() + "/manifest.json";
    registry.checkChampionFormat();
    store.put(manifest, "{".getBytes());
    registry.checkChampionFormat();
    store.put(manifest, "{\"format\": 2}".getBytes());
    BundleException refused = assertThrows(BundleException.class, registry::checkChampionFormat);
    assertEquals(BundleException.Kind.TOO_NEW, refused.kind());
  }

  @Test
  void aDamagedChampionCanBeReplaced() {
    String champion = champions(1).getFirst();
    store.put("models/" + champion + "/manifest.json", new byte[] {'{'});
    String older = registry.publish(Samples.draft(2, Samples.LAST_DATE.minusDays(1))).version();
    assertInstanceOf(
        Promotion.Promoted.class, at(2).promote(older, NO_CONTEXT, Registry.By.TRAINING));
    assertEquals(older, registry.champion().orElseThrow().pointer().version());
  }

  @Test
  void aChampionOfANewerFormatStays() {
    String champion = champions(1).getFirst();
    store.put("models/" + champion + "/manifest.json", "{\"format\": 2}".getBytes());
    String next = published(2);
    BundleException refused =
        assertThrows(
            BundleException.class, () -> at(2).promote(next, CONTEXT, Registry.By.TRAINING));
    assertEquals(BundleException.Kind.TOO_NEW, refused.kind());
    assertEquals(champion, current().version());
  }

  @Test
  void aPointerOfANewerFormatStaysAsItIs() {
    byte[] newer = "{\"format\": 2, \"champions\": []}".getBytes();
    store.put("models/current.json", newer);
    String version = published(1);
    List<Callable<?>> changes =
        List.of(
            () -> registry.promote(version, CONTEXT, Registry.By.OPERATOR),
            () -> registry.rollback(),
            () -> registry.unpin(),
            () -> registry.moveContext(CONTEXT.get(), Samples.LAST_DATE),
            () -> registry.gc(1));
    for (Callable<?> change : changes) {
      BundleException refused = assertThrows(BundleException.class, change::call);
      assertTrue(refused.getMessage().contains("current.json has format 2"));
      assertTrue(refused.getMessage().contains("upgrade shelfcast"), refused.getMessage());
    }
    assertEquals(
        new String(newer), new String(store.get("models/current.json").orElseThrow().bytes()));
  }

  @Test
  void aDamagedPointerSaysHowToMendIt() {
    String version = published(1);
    store.put("models/current.json", "{\"format\": 1}".getBytes());
    BundleException refused = assertThrows(BundleException.class, registry::champion);
    assertEquals(BundleException.Kind.CORRUPT, refused.kind());
    assertTrue(refused.getMessage().contains("/version: expected a text, nothing is there"));
    assertTrue(refused.getMessage().contains("delete it"), refused.getMessage());
    store.delete("models/current.json");
    registry.promote(version, NO_CONTEXT, Registry.By.OPERATOR);
    assertEquals(version, registry.champion().orElseThrow().bundle().version());
  }

  @Test
  void aVersionThatCannotBeLoadedIsNotPromoted() {
    String champion = champions(1).getFirst();
    String next = published(2);
    store.put("models/" + next + "/model.safetensors", new byte[7]);
    assertThrows(BundleException.class, () -> at(2).promote(next, CONTEXT, Registry.By.OPERATOR));
    assertEquals(champion, current().version());
    assertEquals(NO_CONTEXT, current().context());
  }

  @Test
  void theHistoryDoesNotGrowForever() {
    List<String> two = List.of(published(1), published(2));
    for (int i = 0; i < 60; i++) {
      at(i).promote(two.get(i % 2), NO_CONTEXT, Registry.By.TRAINING);
    }
    assertEquals(50, current().history().size());
    assertEquals(Samples.NOON.plusSeconds(58), current().history().getFirst().promotedAt());
  }

  @Test
  void aWriteThatWasDoneThoughReportedAsNotIsRecognised() {
    champions(1);
    String next = published(2);
    Registry forgetful =
        new Registry(new ForgetfulStore(store, 1), Samples.clock(Samples.NOON.plusSeconds(5)));
    assertInstanceOf(
        Promotion.Promoted.class, forgetful.promote(next, NO_CONTEXT, Registry.By.TRAINING));
    assertEquals(next, current().version());
    assertEquals(1, current().history().size());
  }

  @Test
  void aWriteThatWasDoneAndIsHistoryAlreadyIsNotRepeated() {
    champions(1);
    String next = published(2);
    String last = published(3);
    ObjectStore forgetful =
        new ForgetfulStore(store, 1) {
          @Override
          void afterWrite() {
            at(7).promote(last, NO_CONTEXT, Registry.By.TRAINING);
          }
        };
    assertInstanceOf(
        Promotion.Promoted.class,
        new Registry(forgetful, Samples.clock(Samples.NOON.plusSeconds(5)))
            .promote(next, NO_CONTEXT, Registry.By.TRAINING));
    assertEquals(last, current().version());
    assertEquals(next, current().history().getFirst().version());
    assertEquals(2, current().history().size());
  }

  @Test
  void promotersAtTheSameTimeAllHaveTheirTurn() throws Exception {
    int promoters = 6;
    List<Callable<Promotion>> promotions = new ArrayList<>();
    List<String> versions = new ArrayList<>();
    for (int i = 0; i < promoters; i++) {
      String version = published(i);
      Instant now = Samples.NOON.plusSeconds(i);
      versions.add(version);
      promotions.add(
          () -> Samples.registry(folder, now).promote(version, NO_CONTEXT, Registry.By.TRAINING));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(promoters)) {
      for (Future<Promotion> promotion : threads.invokeAll(promotions)) {
        assertInstanceOf(Promotion.Promoted.class, promotion.get());
      }
    }
    List<String> seen =
        new ArrayList<>(current().history().stream().map(Pointer.PastPromotion::version).toList());
    seen.add(current().version());
    assertEquals(versions.stream().sorted().toList(), seen.stream().sorted().toList());
  }

  @Test
  void aContextMovedWhileAnotherIsPromotedIsNotLost() {
    champions(1);
    String next = published(2);
    ObjectStore interrupting =
        new ForgetfulStore(store, 0) {
          private boolean done;

          @Override
          void beforeWrite() {
            if (!done) {
              done = true;
              at(7).promote(next, NO_CONTEXT, Registry.By.TRAINING);
            }
          }
        };
    assertTrue(
        new Registry(interrupting, Samples.clock(Samples.NOON))
            .moveContext(CONTEXT.get(), Samples.LAST_DATE));
    assertEquals(next, current().version());
    assertEquals(CONTEXT, current().context());
  }

  @Test
  void everyOutcomeIsASentenceForTheUser() {
    assertEquals(
        "B is the champion now, after A",
        new Promotion.Promoted("B", Optional.of("A"), false).sentence());
    assertEquals(
        "B is the champion now", new Promotion.Promoted("B", Optional.empty(), false).sentence());
    assertEquals(
        "B is the champion now, after A; it is pinned as the one before was, until"
            + " shelfcast-model unpin",
        new Promotion.Promoted("B", Optional.of("A"), true).sentence());
    assertEquals("B is the champion already", new Promotion.AlreadyChampion("B").sentence());
    assertEquals(
        "The champion A is pinned, so B was not promoted; shelfcast-model unpin lets training"
            + " promote again, shelfcast-model promote B promotes it now",
        new Promotion.Pinned("B", "A").sentence());
    assertEquals(
        "Went back from B to A and pinned it; training promotes nothing until shelfcast-model"
            + " unpin; skipped: C is not there",
        new Rollback.RolledBack("A", "B", List.of("C is not there")).sentence());
    assertEquals(
        "There is no champion before A to go back to",
        new Rollback.NothingBefore(Optional.of("A"), List.of()).sentence());
    assertEquals(
        "There is no champion, and none to go back to",
        new Rollback.NothingBefore(Optional.empty(), List.of()).sentence());
  }

  @Test
  void pollingTellsApartWhatMayHaveHappened() {
    assertInstanceOf(CurrentLookup.Absent.class, registry.currentIfChanged("none"));
    String version = champions(1).getFirst();
    CurrentLookup.Changed changed =
        assertInstanceOf(CurrentLookup.Changed.class, registry.currentIfChanged("none"));
    assertEquals(version, changed.champion().bundle().version());
    String etag = changed.champion().etag();
    assertEquals(etag, registry.champion().orElseThrow().etag());
    assertInstanceOf(CurrentLookup.Unchanged.class, registry.currentIfChanged(etag));
    store.put("models/current.json", new byte[] {'?'});
    CurrentLookup.Refused refused =
        assertInstanceOf(CurrentLookup.Refused.class, registry.currentIfChanged(etag));
    assertEquals(BundleException.Kind.CORRUPT, refused.reason().kind());
    assertInstanceOf(CurrentLookup.Unchanged.class, registry.currentIfChanged(refused.etag()));
    store.delete("models/current.json");
    assertInstanceOf(CurrentLookup.Absent.class, registry.currentIfChanged(etag));
  }
}
