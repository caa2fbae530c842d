package shelfcast.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lets one writer at a time change a folder, among all threads and processes. The operating system
 * gives the lock back when its holder dies, however it dies.
 *
 * @param folder the store's folder; must exist
 */
record FolderLock(Path folder) {
  private static final String FILE = ".shelfcast.lock";

  /**
   * What is done under the lock.
   *
   * @param <T> what it gives
   */
  @FunctionalInterface
  interface Critical<T> {
    T run() throws IOException;
  }

  /**
   * Waits for the lock and does something under it. Not reentrant.
   *
   * @param critical what is to be done
   * @param <T> what it gives
   * @return what it gave
   * @throws IOException if the lock cannot be had or {@code critical} fails
   */
  <T> T hold(Critical<T> critical) throws IOException {
    Path file = folder.toRealPath().resolve(FILE);
    // A file lock belongs to the process: it does not hold between threads, and closing any other
    // channel on the file drops it. So from opening to closing this must be alone among all stores
    // of this JVM on this folder, and what they have in common is the interned name.
    synchronized (("shelfcast.store " + file).intern()) {
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        channel.lock();
        return critical.run();
      }
    }
  }
}
