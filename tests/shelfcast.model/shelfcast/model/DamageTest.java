package shelfcast.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shelfcast.lstm.Safetensors;
import shelfcast.store.ObjectStore;

/** A bundle that is not as published is refused, and the message says which file is to blame. */
class DamageTest {
  @TempDir private Path folder;
  private ObjectStore store;
  private Registry registry;
  private String version;

  @BeforeEach
  void publish() {
    store = Samples.store(folder);
    registry = Samples.registry(folder);
    version = Samples.champion(folder, Samples.draft(1), Samples.NOON);
  }

  private String key(String name) {
    return "models/" + version + "/" + name;
  }

  private byte[] bytes(String name) {
    return store.get(key(name)).orElseThrow().bytes();
  }

  private BundleException refused(String name) {
    BundleException refused = assertThrows(BundleException.class, () -> registry.load(version));
    assertTrue(refused.getMessage().contains(version + "/" + name), refused.getMessage());
    assertEquals(List.of(new Finding(version, refused.getMessage())), registry.verify(version));
    assertThrows(BundleException.class, registry::champion);
    return refused;
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.json", "model.safetensors", "report.html"})
  void aMissingFileIsNamed(String name) {
    store.delete(key(name));
    assertEquals(BundleException.Kind.MISSING, refused(name).kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.json", "model.safetensors", "report.html"})
  void everyByteCounts(String name) {
    byte[] original = bytes(name);
    int stride = Math.max(1, original.length / 150);
    for (int at = 0; at < original.length; at += stride) {
      byte[] damaged = original.clone();
      damaged[at] ^= 4;
      store.put(key(name), damaged);
      assertThrows(BundleException.class, () -> registry.load(version), "byte " + at);
    }
    store.put(key(name), original);
    assertEquals(version, registry.load(version).version());
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.json", "model.safetensors", "report.html"})
  void aCutFileIsRefused(String name) {
    byte[] original = bytes(name);
    for (int length : List.of(0, 1, original.length / 2, original.length - 1)) {
      store.put(key(name), Arrays.copyOf(original, length));
      assertEquals(BundleException.Kind.CORRUPT, refused(name).kind());
    }
  }

  @Test
  void theManifestOfAnotherVersionIsRefused() {
    String other = registry.publish(Samples.draft(2)).version();
    store.put(
        key("manifest.json"),
        store.get("models/" + other + "/manifest.json").orElseThrow().bytes());
    assertTrue(refused("manifest.json").getMessage().contains("another version, " + other));
  }

  @Test
  void anotherManifestThanPointedAtIsRefused() {
    Pointer pointer = registry.current().orElseThrow();
    store.put(
        "models/current.json",
        PointerJson.write(
            new Pointer(
                pointer.version(),
                Sha256.hex(new byte[0]),
                pointer.context(),
                pointer.promotedAt(),
                false,
                List.of())));
    BundleException refused = assertThrows(BundleException.class, registry::champion);
    assertTrue(refused.getMessage().contains("but current.json names"), refused.getMessage());
    assertEquals(List.of(new Finding("current.json", refused.getMessage())), registry.verify());
  }

  @Test
  void verificationLooksAtThePointerTheContextAndEveryBundle() {
    assertEquals(List.of(), registry.verify());
    registry.moveContext("0123456789abcdef", Samples.LAST_DATE);
    String other = registry.publish(Samples.draft(2)).version();
    store.delete("models/" + other + "/report.html");
    store.put("models/20260101T000000Z-00000000/report.html", new byte[1]);
    List<Finding> findings = registry.verify();
    assertEquals(List.of("current.json", other), findings.stream().map(Finding::subject).toList());
    assertTrue(findings.getFirst().problem().contains("context/0123456789abcdef.bin"));
    store.put("models/current.json", new byte[] {'{'});
    assertTrue(registry.verify().getFirst().problem().contains("current.json is not JSON"));
  }

  @Test
  void aDamagedManifestIsListedWithItsProblem() {
    store.put(key("manifest.json"), new byte[] {'{'});
    BundleSummary summary = registry.list().getFirst();
    assertEquals(BundleSummary.Standing.CHAMPION, summary.standing());
    assertTrue(summary.manifest().isEmpty());
    assertTrue(summary.problem().orElseThrow().contains("is not JSON"));
  }

  @Test
  void weightsOfAnotherNetworkAreRefused() {
    NextDaySpec spec = registry.manifest(version).nextDay();
    byte[] unnamed = Safetensors.write(Samples.network(1).parameters(), Map.of());
    for (byte[] wrong : List.of(unnamed, new byte[0], new byte[100])) {
      BundleException refused =
          assertThrows(
              BundleException.class, () -> BundleLoader.model("model.safetensors", spec, wrong));
      assertTrue(
          refused.getMessage().startsWith("model.safetensors does not hold the weights"),
          refused.getMessage());
    }
  }

  @Test
  void aModelThatPredictsSomethingElseFailsItsSelfTest() {
    NextDaySpec spec = registry.manifest(version).nextDay();
    NextDayModel other = NextDayModel.of(Samples.network(2), Samples.scalers(), false);
    BundleException refused =
        assertThrows(BundleException.class, () -> SelfTest.check("model.safetensors", other, spec));
    assertTrue(refused.getMessage().contains("fails its self-test: for lag_1 100.0"));
    NextDayModel poorer =
        NextDayModel.of(
            Samples.network(1), new Scalers(Samples.scalers().pooled(), new TreeMap<>()), false);
    assertTrue(
        assertThrows(BundleException.class, () -> SelfTest.check("model.safetensors", poorer, spec))
            .getMessage()
            .contains("of series Brötchen/Süd it has no scalers"));
  }
}
