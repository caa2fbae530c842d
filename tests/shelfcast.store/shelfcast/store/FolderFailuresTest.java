package shelfcast.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderFailuresTest {
  @TempDir Path temporary;
  private Path root;
  private ObjectStore store;

  @BeforeEach
  void open() {
    root = temporary.resolve("store");
    store = ObjectStore.open(new Location.Folder(root), S3Settings.defaults());
  }

  private static void assertFails(Executable call, String... parts) {
    StoreException thrown = assertThrows(StoreException.class, call);
    for (String part : parts) {
      assertTrue(thrown.getMessage().contains(part), thrown.getMessage());
    }
  }

  @Test
  void aFileStandsWhereTheFolderShouldBe() throws IOException {
    Files.writeString(root, "a file");
    String reason = root + " is a file, not a folder; move it away or name another place";
    assertFails(() -> store.put("a/b", new byte[1]), "cannot write a/b in file:", reason);
    assertFails(() -> store.putIfAbsent("a", new byte[1]), "cannot write a in file:", reason);
    assertFails(() -> store.get("a/b"), "cannot read a/b in file:", reason);
    assertFails(() -> store.list(""), "cannot list objects in file:", reason);
    assertFails(() -> store.delete("a"), "cannot delete a in file:", reason);
    assertEquals("a file", Files.readString(root));
  }

  @Test
  void aFileStandsAboveTheFolder() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "");
    ObjectStore inside =
        ObjectStore.open(new Location.Folder(file.resolve("x/store")), S3Settings.defaults());
    assertFails(() -> inside.put("a", new byte[1]), file + " is a file, not a folder");
    assertFails(() -> inside.get("a"), file + " is a file, not a folder");
    assertFails(() -> inside.list(""), file + " is a file, not a folder");
  }

  @Test
  void anObjectStandsWhereAKeyNeedsAFolder() {
    store.put("a", new byte[1]);
    assertFails(() -> store.put("a/b", new byte[1]), root.resolve("a") + " is a file");
    assertTrue(store.get("a/b").isEmpty());
  }

  @Test
  void aFolderStandsWhereAnObjectShouldBe() {
    store.put("a/b", new byte[1]);
    assertFails(
        () -> store.put("a", new byte[1]),
        root.resolve("a") + " is a folder; move it away or choose another key");
    assertTrue(store.get("a").isEmpty());
  }

  @Test
  void anInterruptedWriteSaysSo() {
    Thread.currentThread().interrupt();
    try {
      assertFails(() -> store.put("a", new byte[1]), "the thread was interrupted");
      assertTrue(Thread.currentThread().isInterrupted());
    } finally {
      Thread.interrupted();
    }
    assertTrue(store.get("a").isEmpty());
  }

  /** What a test that may run as root, on any file system, cannot bring about. */
  @ParameterizedTest
  @CsvSource({
    "No space left on device, no space is left on the disk of, free some and try again",
    "Disk quota exceeded, the disk quota for, free some space",
    "Read-only file system, mounted read-only, mount it writable or name another place",
    "Too many open files, too many files open, ulimit -n",
    "Input/output error, Input/output error, store/a",
  })
  void explainsTheSystemsReasons(String reason, String said, String advice) {
    FolderFailures failures = new FolderFailures(store.location(), root);
    for (IOException failure :
        new IOException[] {
          new FileSystemException(root.toString(), null, reason), new IOException(reason)
        }) {
      StoreException explained = failures.explain("write a", root.resolve("a"), failure);
      assertTrue(explained.getMessage().startsWith("cannot write a in " + store.location()));
      assertTrue(explained.getMessage().contains(said), explained.getMessage());
      assertTrue(explained.getMessage().contains(advice), explained.getMessage());
    }
  }

  /** As below /proc, where even root can make no folder. */
  @Test
  void explainsAFolderThatCannotBeMade() {
    StoreException explained =
        new FolderFailures(store.location(), root)
            .explain("write a", root.resolve("a"), new NoSuchFileException(root.toString()));
    assertEquals(
        "cannot write a in %s: %s is not there and cannot be made; name another place"
            .formatted(store.location(), root.resolve("a")),
        explained.getMessage());
  }

  @Test
  void explainsMissingPermission() {
    StoreException explained =
        new FolderFailures(store.location(), root)
            .explain("write a", root.resolve("a"), new AccessDeniedException(root.toString()));
    assertTrue(
        explained
            .getMessage()
            .endsWith(
                root
                    + " is not accessible to the user "
                    + System.getProperty("user.name")
                    + "; change its owner or permissions, or name another place"),
        explained.getMessage());
  }
}
