package shelfcast.store;

import java.nio.file.Path;
import java.util.Arrays;

/** A program that replaces an object again and again, until it is killed. */
final class RestlessWriter {
  static final String KEY = "models/current.json";
  static final int SIZE = 300_000;

  private RestlessWriter() {}

  /** One of the contents: all the same letter. */
  static byte[] content(int turn) {
    byte[] content = new byte[SIZE];
    Arrays.fill(content, (byte) ('a' + turn % 26));
    return content;
  }

  /** Argument: the folder. Says when the first content is there. */
  public static void main(String[] args) {
    try (ObjectStore store =
        ObjectStore.open(new Location.Folder(Path.of(args[0])), S3Settings.defaults())) {
      for (int turn = 0; turn >= 0; turn = (turn + 1) % 26) {
        store.put(KEY, content(turn));
        if (turn == 0) {
          System.out.println("writing");
        }
      }
    }
  }
}
