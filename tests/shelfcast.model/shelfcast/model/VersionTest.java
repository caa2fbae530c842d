package shelfcast.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionTest {
  @Test
  void namesTheSecondAndTheManifestWithoutItsVersionLine() {
    byte[] manifest = "{\n  \"format\": 1,\n  \"version\": \"x\",\n  \"a\": 2\n}\n".getBytes();
    String rest = "{\n  \"format\": 1,\n  \"a\": 2\n}\n";
    assertEquals(
        "20260701T120000Z-" + Sha256.hex(rest.getBytes()).substring(0, 8),
        Version.of(Samples.NOON, manifest));
  }

  @Test
  void isFoundAgainInWhatIsPublished(@TempDir Path folder) {
    Bundle bundle = Samples.registry(folder).publish(Samples.draft(1));
    byte[] json =
        Samples.store(folder)
            .get("models/" + bundle.version() + "/manifest.json")
            .orElseThrow()
            .bytes();
    assertEquals(bundle.version(), Version.of(Samples.NOON, json));
    long versionLines =
        new String(json, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.startsWith("  \"version\""))
            .count();
    assertEquals(1, versionLines);
    assertEquals(Samples.NOON, Version.createdAt(bundle.version()));
  }

  @Test
  void dependsOnEveryFile(@TempDir Path folder) {
    Registry registry = Samples.registry(folder);
    String version = registry.publish(Samples.draft(1)).version();
    assertNotEquals(version, registry.publish(Samples.draft(2)).version());
    assertTrue(Version.isVersion(version), version);
  }
}
