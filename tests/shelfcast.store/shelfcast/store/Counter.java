package shelfcast.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A number in a store that many count up, as a program of its own as well. */
final class Counter {
  private Counter() {}

  /** Adds one, trying again for as long as others come in between. */
  static void increment(ObjectStore store) {
    boolean done = false;
    while (!done) {
      ObjectContent old = store.get("counter").orElseThrow();
      int count = Integer.parseInt(new String(old.bytes(), StandardCharsets.UTF_8));
      byte[] next = Integer.toString(count + 1).getBytes(StandardCharsets.UTF_8);
      done = store.putIfMatch("counter", next, old.info().etag()).isPresent();
    }
  }

  /** Arguments: the folder, and how often. Says when it starts. */
  public static void main(String[] args) {
    try (ObjectStore store =
        ObjectStore.open(new Location.Folder(Path.of(args[0])), S3Settings.defaults())) {
      System.out.println("started");
      for (int i = 0; i < Integer.parseInt(args[1]); i++) {
        increment(store);
      }
    }
  }
}
