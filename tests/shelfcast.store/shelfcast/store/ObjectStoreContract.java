package shelfcast.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every kind of place must do alike. */
abstract class ObjectStoreContract {
  private ObjectStore store;

  /** Another view of one place, the same for all of a test and empty at its start. */
  abstract ObjectStore open();

  @BeforeEach
  final void openStore() {
    store = open();
  }

  @AfterEach
  final void closeStore() {
    store.close();
  }

  final ObjectStore store() {
    return store;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String text(String key) {
    return new String(store.get(key).orElseThrow().bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void anEmptyPlaceHasNothing() {
    assertEquals(Optional.empty(), store.head("a/b"));
    assertTrue(store.get("a/b").isEmpty());
    assertTrue(store.read("a/b").isEmpty());
    assertInstanceOf(Lookup.Absent.class, store.getIfChanged("a/b", "etag"));
    assertEquals(Optional.empty(), store.putIfMatch("a/b", bytes("x"), "etag"));
    assertEquals(List.of(), store.list(""));
    store.delete("a/b");
  }

  @Test
  void givesBackWhatWasPut() throws IOException {
    Instant before = Instant.now().minus(Duration.ofMinutes(1));
    ObjectInfo put = store.put("data/raw/sales.csv", bytes("date,sales\n"));
    assertEquals("data/raw/sales.csv", put.key());
    assertEquals(11, put.size());
    assertTrue(put.modified().isAfter(before), () -> put.toString());

    ObjectContent got = store.get("data/raw/sales.csv").orElseThrow();
    assertArrayEquals(bytes("date,sales\n"), got.bytes());
    ObjectInfo head = store.head("data/raw/sales.csv").orElseThrow();
    ObjectInfo listed = store.list("").getFirst();
    for (ObjectInfo info : List.of(got.info(), head, listed)) {
      assertEquals(put.key(), info.key());
      assertEquals(put.etag(), info.etag());
      assertEquals(put.size(), info.size());
    }
    try (ObjectStream stream = store.read("data/raw/sales.csv").orElseThrow()) {
      assertEquals(head, stream.info());
      assertArrayEquals(bytes("date,sales\n"), stream.stream().readAllBytes());
    }
  }

  @Test
  void anEmptyObjectIsAnObject() throws IOException {
    store.put("empty", new byte[0]);
    assertEquals(0, store.head("empty").orElseThrow().size());
    assertEquals("", text("empty"));
    try (ObjectStream stream = store.read("empty").orElseThrow()) {
      assertEquals(-1, stream.stream().read());
    }
  }

  @Test
  void aSecondPutReplacesTheFirst() {
    ObjectInfo first = store.put("a", bytes("old"));
    ObjectInfo second = store.put("a", bytes("new, and longer"));
    assertNotEquals(first.etag(), second.etag());
    assertEquals("new, and longer", text("a"));
    assertEquals(1, store.list("").size());
  }

  @Test
  void putsIfAbsentOnlyOnce() {
    ObjectInfo first = store.putIfAbsent("a", bytes("first")).orElseThrow();
    assertEquals(first.etag(), store.head("a").orElseThrow().etag());
    assertEquals(Optional.empty(), store.putIfAbsent("a", bytes("second")));
    assertEquals("first", text("a"));
    store.delete("a");
    assertTrue(store.putIfAbsent("a", bytes("third")).isPresent());
  }

  @Test
  void putsIfMatchOnlyOnTheKnownContent() {
    ObjectInfo first = store.put("a", bytes("1"));
    ObjectInfo second = store.putIfMatch("a", bytes("2"), first.etag()).orElseThrow();
    assertEquals(second.etag(), store.head("a").orElseThrow().etag());
    assertEquals(Optional.empty(), store.putIfMatch("a", bytes("3"), first.etag()));
    assertEquals("2", text("a"));
    store.delete("a");
    assertEquals(Optional.empty(), store.putIfMatch("a", bytes("4"), second.etag()));
    assertTrue(store.get("a").isEmpty());
  }

  @Test
  void getsOnlyWhatHasChanged() {
    ObjectInfo first = store.put("a", bytes("1"));
    assertInstanceOf(Lookup.Unchanged.class, store.getIfChanged("a", first.etag()));
    ObjectInfo second = store.put("a", bytes("2"));
    Lookup.Changed changed =
        assertInstanceOf(Lookup.Changed.class, store.getIfChanged("a", first.etag()));
    assertArrayEquals(bytes("2"), changed.content().bytes());
    assertEquals(second.etag(), changed.content().info().etag());
    store.delete("a");
    assertInstanceOf(Lookup.Absent.class, store.getIfChanged("a", second.etag()));
  }

  @Test
  void listsByPrefixSorted() {
    for (String key : List.of("models/b/x", "models/a", "models-old/x", "models/a0", "data/x")) {
      store.put(key, bytes(key));
    }
    assertEquals(
        List.of("data/x", "models-old/x", "models/a", "models/a0", "models/b/x"), keys(""));
    assertEquals(List.of("models/a", "models/a0", "models/b/x"), keys("models/"));
    assertEquals(List.of("models/a", "models/a0"), keys("models/a"));
    assertEquals(List.of(), keys("nothing/"));
  }

  private List<String> keys(String prefix) {
    return store.list(prefix).stream().map(ObjectInfo::key).toList();
  }

  @Test
  void deletesOneObject() {
    store.put("a/b", bytes("1"));
    store.put("a/c", bytes("2"));
    store.delete("a/b");
    assertTrue(store.head("a/b").isEmpty());
    assertEquals(List.of("a/c"), keys(""));
    store.delete("a/c");
    assertEquals(List.of(), keys(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a b", "a+b", "100%25", "a&b=c?d#e", "x~y!z", "(1)'2'", "a:b", "a;b", "A/a"})
  void takesUnusualKeys(String key) {
    store.put(key, bytes("content of " + key));
    assertEquals("content of " + key, text(key));
    assertEquals(List.of(key), keys(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/etc/passwd",
        "..",
        "../a",
        "a/../b",
        ".",
        "a/./b",
        "a//b",
        "a/",
        ".hidden",
        "a/.hidden"
      })
  void refusesKeysThatLeadAstray(String key) {
    assertThrows(IllegalArgumentException.class, () -> store.get(key));
    assertThrows(IllegalArgumentException.class, () -> store.put(key, bytes("x")));
    assertThrows(IllegalArgumentException.class, () -> store.delete(key));
  }

  @Test
  void refusesKeysThatAreNotPrintable() {
    for (String key : List.of("a\nb", "a\u0000b", "\uD800")) {
      assertThrows(IllegalArgumentException.class, () -> store.put(key, bytes("x")));
    }
  }

  @Test
  void refusesKeysThatAreTooLong() {
    assertThrows(IllegalArgumentException.class, () -> store.get("ü".repeat(128)));
    assertThrows(IllegalArgumentException.class, () -> store.get("a/".repeat(512) + "a"));
  }

  @Test
  void streamsContentOfAnySize() throws IOException {
    long chunks = 17;
    int chunk = 1 << 20;
    ObjectInfo put =
        store.put(
            "large",
            out -> {
              Random random = new Random(1);
              byte[] block = new byte[chunk];
              for (int i = 0; i < chunks; i++) {
                random.nextBytes(block);
                out.write(block);
              }
              out.write(7);
            });
    assertEquals(chunks * chunk + 1, put.size());
    assertEquals(put.etag(), store.head("large").orElseThrow().etag());
    Random random = new Random(1);
    byte[] block = new byte[chunk];
    try (ObjectStream large = store.read("large").orElseThrow()) {
      InputStream in = large.stream();
      for (int i = 0; i < chunks; i++) {
        random.nextBytes(block);
        assertArrayEquals(block, in.readNBytes(chunk));
      }
      assertEquals(7, in.read());
      assertEquals(-1, in.read());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9 << 20})
  void contentThatFailsLeavesTheOld(int written) {
    store.put("a", bytes("old"));
    UncheckedIOException thrown =
        assertThrows(
            UncheckedIOException.class,
            () ->
                store.put(
                    "a",
                    out -> {
                      out.write(new byte[written]);
                      throw new IOException("the source broke");
                    }));
    assertEquals("the source broke", thrown.getCause().getMessage());
    assertEquals("old", text("a"));
    assertEquals(List.of("a"), keys(""));
  }

  @Test
  void contentMayCloseItsStream() {
    store.put(
        "a",
        out -> {
          try (OutputStream mine = out) {
            mine.write(bytes("all of it"));
          }
        });
    assertEquals("all of it", text("a"));
  }

  @Test
  void aStreamGoesOnWithWhatItWasOpenedOn() throws IOException {
    byte[] old = new byte[100_000];
    store.put("a", old);
    try (ObjectStream stream = store.read("a").orElseThrow()) {
      int first = stream.stream().read();
      assertEquals(0, first);
      store.put("a", bytes("new"));
      assertEquals(old.length - 1, stream.stream().readAllBytes().length);
    }
  }

  @Test
  void ofManyWritersOneCreates() throws Exception {
    List<Boolean> created =
        together(16, () -> store.putIfAbsent("a", bytes("x" + Math.random())).isPresent());
    assertEquals(1, created.stream().filter(won -> won).count());
  }

  @Test
  void manyWritersLoseNoIncrement() throws Exception {
    store.put("counter", bytes("0"));
    together(
        8,
        () -> {
          try (ObjectStore own = open()) {
            for (int i = 0; i < 3; i++) {
              Counter.increment(own);
            }
          }
          return true;
        });
    assertEquals("24", text("counter"));
  }

  private static <T> List<T> together(int threads, Callable<T> task) throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<T> results = new ArrayList<>();
      for (Future<T> future : pool.invokeAll(Collections.nCopies(threads, task))) {
        results.add(future.get());
      }
      return results;
    }
  }
}
