package shelfcast.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfcast.lstm.Safetensors;
import shelfcast.store.ObjectInfo;
import shelfcast.store.ObjectStore;
import shelfcast.store.StoreException;

class PublishTest {
  @TempDir private Path folder;
  private ObjectStore store;
  private Registry registry;

  @BeforeEach
  void open() {
    store = Samples.store(folder);
    registry = Samples.registry(folder);
  }

  private List<String> keys() {
    return store.list("").stream().map(ObjectInfo::key).toList();
  }

  @Test
  void writesThreeFilesAndPointsNowhere() {
    String version = registry.publish(Samples.draft(1)).version();
    String place = "models/" + version + "/";
    assertEquals(
        List.of(place + "manifest.json", place + "model.safetensors", place + "report.html"),
        keys());
    assertTrue(registry.current().isEmpty());
    assertTrue(registry.champion().isEmpty());
  }

  @Test
  void whatIsPublishedIsLoaded() {
    Bundle published = registry.publish(Samples.draft(1));
    Bundle loaded = registry.load(published.version());
    assertEquals(published.manifest(), loaded.manifest());
    assertEquals(published.manifestSha256(), loaded.manifestSha256());
    for (Optional<String> series : List.of(Optional.<String>empty(), Optional.of("bread"))) {
      assertEquals(
          published.nextDay().session().predict(321, 123, series),
          loaded.nextDay().session().predict(321, 123, series));
    }
    assertArrayEquals(
        Samples.draft(1).report().getBytes(StandardCharsets.UTF_8),
        registry.report(published.version()));
  }

  @Test
  void tensorsAreNamedAfterTheirNetwork() {
    String version = registry.publish(Samples.draft(1)).version();
    byte[] weights = store.get("models/" + version + "/model.safetensors").orElseThrow().bytes();
    assertEquals(
        List.of(
            "next_day.dense.bias",
            "next_day.dense.weight",
            "next_day.lstm.bias_hh_l0",
            "next_day.lstm.bias_ih_l0",
            "next_day.lstm.weight_hh_l0",
            "next_day.lstm.weight_ih_l0"),
        List.copyOf(Safetensors.read(weights).tensors().keySet()));
  }

  @Test
  void theSameBytesInTheSameSecondAreTheSameVersion() {
    Bundle first = registry.publish(Samples.draft(1));
    Bundle second =
        Samples.registry(folder, Samples.NOON.plusMillis(999)).publish(Samples.draft(1));
    assertEquals(first.manifest(), second.manifest());
    assertEquals(3, keys().size());
  }

  @Test
  void aSecondLaterTheSameBytesAreAnotherVersion() {
    Bundle first = registry.publish(Samples.draft(1));
    Bundle second = Samples.registry(folder, Samples.NOON.plusSeconds(1)).publish(Samples.draft(1));
    assertNotEquals(first.version(), second.version());
    assertEquals(
        first.manifest().files().get("model.safetensors"),
        second.manifest().files().get("model.safetensors"));
  }

  @Test
  void aBundleIsNeverOverwritten() {
    String version = registry.publish(Samples.draft(1)).version();
    String key = "models/" + version + "/report.html";
    byte[] other = {1};
    store.put(key, other);
    BundleException refused =
        assertThrows(BundleException.class, () -> registry.publish(Samples.draft(1)));
    assertTrue(refused.getMessage().contains("report.html is there already with other bytes"));
    assertArrayEquals(other, store.get(key).orElseThrow().bytes());
  }

  @Test
  void anInterruptedPublishIsNoBundleAndCanBeFinished() {
    for (int answers = 0; answers < 3; answers++) {
      ObjectStore failing = new FailingStore(store, answers, FailingStore.LastOne.LOST);
      Registry interrupted = new Registry(failing, Samples.clock(Samples.NOON));
      assertThrows(StoreException.class, () -> interrupted.publish(Samples.draft(1)));
      for (BundleSummary summary : registry.list()) {
        assertEquals(BundleSummary.Standing.INCOMPLETE, summary.standing());
        assertEquals(
            BundleException.Kind.MISSING,
            assertThrows(BundleException.class, () -> registry.load(summary.version())).kind());
      }
    }
    String version = registry.publish(Samples.draft(1)).version();
    assertEquals(List.of(), registry.verify(version));
  }

  @Test
  void goldenInputsCoverThePooledScalersAndNamedSeries() {
    NextDaySpec spec = registry.publish(Samples.draft(1)).manifest().nextDay();
    assertEquals(12, spec.golden().size());
    assertEquals(
        List.of(Optional.empty(), Optional.of("Brötchen/Süd"), Optional.of("bread")),
        spec.golden().stream().map(Golden::series).distinct().toList());
  }

  @Test
  void theListIsNewestFirst() {
    String first = Samples.champion(folder, Samples.draft(1), Samples.NOON);
    String second = Samples.champion(folder, Samples.draft(2), Samples.NOON.plusSeconds(5));
    String third =
        Samples.registry(folder, Samples.NOON.plusSeconds(9)).publish(Samples.draft(3)).version();
    store.put("models/not-a-version/manifest.json", new byte[0]);
    List<BundleSummary> list = registry.list();
    assertEquals(List.of(third, second, first), list.stream().map(BundleSummary::version).toList());
    assertEquals(
        List.of(
            BundleSummary.Standing.CHALLENGER,
            BundleSummary.Standing.CHAMPION,
            BundleSummary.Standing.FORMER_CHAMPION),
        list.stream().map(BundleSummary::standing).toList());
    assertEquals(registry.manifest(first), list.getLast().manifest().orElseThrow());
    assertEquals(Samples.NOON, list.getLast().createdAt());
  }

  @Test
  void whatIsNoVersionIsNotLookedFor() {
    for (String wrong : List.of("", "current.json", "../x", "20260701T120000Z-0123ABCD")) {
      BundleException refused = assertThrows(BundleException.class, () -> registry.load(wrong));
      assertEquals(BundleException.Kind.MISSING, refused.kind());
      assertTrue(refused.getMessage().contains("is not a version"), refused.getMessage());
    }
  }

  @Test
  void twoBundlesAreComparedByDataSettingsAndMetrics() {
    String left = registry.publish(Samples.draft(1)).version();
    String right = registry.publish(Samples.draft(2, Samples.LAST_DATE.plusDays(1))).version();
    BundleDiff diff = registry.diff(left, right);
    assertEquals(
        List.of("first_date", "last_date", "sha256"),
        diff.data().stream().map(BundleDiff.Change::name).toList());
    assertEquals(
        List.of(new BundleDiff.Change("seed", Optional.of("1"), Optional.of("2"))), diff.config());
    assertEquals(List.of(), diff.metrics());
    assertEquals(List.of(), registry.diff(left, left).data());
  }

  @Test
  void aMetricThatOnlyOneBundleHasIsADifference() {
    Draft draft = Samples.draft(1);
    Draft other =
        new Draft(
            draft.codeRevision(),
            draft.data(),
            draft.config(),
            draft.nextDay(),
            draft.window(),
            draft.returnsKept(),
            draft.scalers(),
            draft.training(),
            new Metrics(
                draft.metrics().from(),
                draft.metrics().to(),
                draft.metrics().observations(),
                draft.metrics().methods().headMap("naive"),
                true),
            draft.gate(),
            draft.report());
    BundleDiff diff =
        registry.diff(registry.publish(draft).version(), registry.publish(other).version());
    assertEquals(
        new BundleDiff.Change("next_day.naive.mae", Optional.of("20.0"), Optional.empty()),
        diff.metrics().getLast());
  }
}
