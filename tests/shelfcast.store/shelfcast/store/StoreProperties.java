package shelfcast.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StoreProperties {
  @Property(tries = 200)
  void everyFolderKeyAndContentRoundTrips(@ForAll("keys") String key, @ForAll byte[] content)
      throws IOException {
    inFolder(store -> {
      ObjectInfo info = store.put(key, content);
      assertArrayEquals(content, store.get(key).orElseThrow().bytes());
      assertEquals(List.of(info), store.list(""));
      assertEquals(Digest.of(content), info.etag());
    });
  }

  @Property(tries = 50)
  void aStoreIsASortedMap(@ForAll("changes") List<Change> changes) throws IOException {
    inFolder(store -> {
      SortedMap<String, String> expected = new TreeMap<>();
      for (Change change : changes) {
        if (change.content().isEmpty()) {
          store.delete(change.key());
          expected.remove(change.key());
        } else {
          store.put(change.key(), ObjectStoreContract.bytes(change.content()));
          expected.put(change.key(), change.content());
        }
      }
      SortedMap<String, String> found = new TreeMap<>();
      for (ObjectInfo info : store.list("")) {
        found.put(info.key(), new String(store.get(info.key()).orElseThrow().bytes()));
      }
      assertEquals(expected, found);
    });
  }

  @Property
  void everyValidLocationRoundTrips(@ForAll("keys") String key) {
    for (Location place :
        List.of(new Location.Bucket("bucket", key), new Location.Folder(Path.of(key)))) {
      assertEquals(place, Location.parse(place.toString()));
      assertEquals(place, place.parent().resolve(place.name()));
    }
  }

  record Change(String key, String content) {}

  @Provide
  Arbitrary<String> keys() {
    return Arbitraries.strings()
        .withCharRange('!', '~')
        .withChars(' ')
        .excludeChars('/', '.')
        .ofMinLength(1)
        .ofMaxLength(60)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(segments -> String.join("/", segments));
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    Arbitrary<String> keys = Arbitraries.of("a/x", "a/y", "b", "c/d/e");
    Arbitrary<String> contents = Arbitraries.strings().alpha().ofMaxLength(3);
    return keys.flatMap(key -> contents.map(content -> new Change(key, content)))
        .list()
        .ofMaxSize(12);
  }

  private interface Check {
    void on(ObjectStore store);
  }

  private static void inFolder(Check check) throws IOException {
    Path root = Files.createTempDirectory("store");
    try (ObjectStore store = ObjectStore.open(new Location.Folder(root), S3Settings.defaults())) {
      check.on(store);
    } finally {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
