package shelfcast.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest extends ObjectStoreContract {
  @TempDir Path temporary;

  @Override
  ObjectStore open() {
    return ObjectStore.open(new Location.Folder(root()), S3Settings.defaults());
  }

  private Path root() {
    return temporary.resolve("not there yet/store");
  }

  @Test
  void readingMakesNoFolder() {
    store().list("");
    store().get("a");
    store().delete("a");
    assertFalse(Files.exists(root()));
  }

  @Test
  void theEtagIsTheContentsHash() {
    ObjectInfo info = store().put("a", bytes("abc"));
    // FIPS 180-2, appendix B.1
    assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", info.etag());
  }

  /** Java spells file names as the locale does: with LC_ALL=C only in ASCII. */
  @Test
  void aKeyBeyondAsciiIsTakenOrExplained() {
    String key = "größe";
    Charset fileNames = Charset.forName(System.getProperty("sun.jnu.encoding"));
    if (fileNames.newEncoder().canEncode(key)) {
      store().put(key, bytes("x"));
      assertEquals(key, store().list("").getFirst().key());
    } else {
      StoreException thrown =
          assertThrows(StoreException.class, () -> store().put(key, bytes("x")));
      assertTrue(thrown.getMessage().contains("set LC_ALL=C.UTF-8"), thrown.getMessage());
    }
  }

  @Test
  void leavesNoFilesBehind() throws IOException {
    store().put("models/v1/manifest.json", bytes("{}"));
    store().putIfAbsent("models/v1/manifest.json", bytes("[]"));
    store().delete("models/v1/manifest.json");
    try (Stream<Path> left = Files.walk(root())) {
      assertEquals(List.of(root(), root().resolve(".shelfcast.lock")), left.sorted().toList());
    }
  }

  @Test
  void deletingKeepsFoldersThatAreLinks() throws IOException {
    Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
    Files.createDirectories(root());
    Files.createSymbolicLink(root().resolve("data"), elsewhere);
    store().put("data/a", bytes("x"));
    assertEquals(1, store().list("data/").size());
    store().delete("data/a");
    assertTrue(Files.isSymbolicLink(root().resolve("data")));
  }

  @Test
  void draftsAreHiddenAndSweptWhenAbandoned() throws IOException {
    Path folder = Files.createDirectories(root().resolve("models/v1"));
    Path draft = Files.writeString(folder.resolve(".shelfcast-1.draft"), "half a mod");
    Path fresh = Files.writeString(folder.resolve(".shelfcast-2.draft"), "being wri");
    Path other = Files.writeString(folder.resolve(".profile"), "not ours");
    Instant now = Instant.parse("2026-01-02T03:04:05Z");
    Instant old = now.minus(FolderStore.ABANDONED).minusSeconds(1);
    Files.setLastModifiedTime(draft, FileTime.from(old));
    Files.setLastModifiedTime(other, FileTime.from(old));
    Files.setLastModifiedTime(fresh, FileTime.from(now));
    try (ObjectStore store =
        new FolderStore(new Location.Folder(root()), InstantSource.fixed(now))) {
      assertEquals(List.of(), store.list(""));
      assertTrue(Files.exists(draft), "reading changes nothing");
      store.put("elsewhere/a", bytes("x"));
    }
    assertFalse(Files.exists(draft));
    assertTrue(Files.exists(fresh));
    assertTrue(Files.exists(other));
  }

  @Test
  void twoProcessesLoseNoIncrement() throws Exception {
    store().put("counter", bytes("0"));
    try (ChildJvm child = ChildJvm.start(Counter.class, root().toString(), "100")) {
      assertEquals("started", child.firstLine());
      for (int i = 0; i < 100; i++) {
        Counter.increment(store());
      }
      assertEquals(0, child.process().waitFor());
    }
    assertEquals(
        "200", new String(store().get("counter").orElseThrow().bytes(), StandardCharsets.UTF_8));
  }

  @Test
  void aKilledWriterLeavesTheOldOrTheNew() throws Exception {
    for (int kill = 0; kill < 3; kill++) {
      try (ChildJvm child = ChildJvm.start(RestlessWriter.class, root().toString())) {
        assertEquals("writing", child.firstLine());
        for (int i = 0; i < 20 + kill; i++) {
          assertWhole(store().get(RestlessWriter.KEY).orElseThrow());
        }
      }
      assertWhole(store().get(RestlessWriter.KEY).orElseThrow());
      assertEquals(
          List.of(RestlessWriter.KEY), store().list("").stream().map(ObjectInfo::key).toList());
      store().put(RestlessWriter.KEY, RestlessWriter.content(kill));
    }
  }

  private static void assertWhole(ObjectContent content) {
    assertEquals(Digest.of(content.bytes()), content.info().etag());
    assertArrayEquals(RestlessWriter.content(content.bytes()[0] - 'a'), content.bytes());
  }
}
