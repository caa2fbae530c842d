package shelfcast.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Says what a failed operation on a folder means and what to do about it.
 *
 * @param store the store as it was named, for the messages
 * @param root its folder, absolute
 */
record FolderFailures(Location store, Path root) {

  /**
   * Explains a failure.
   *
   * @param action what was tried, as in "write models/current.json"
   * @param place the file or folder that it was tried on
   * @param failure what the file system said
   * @return to be thrown
   */
  StoreException explain(String action, Path place, IOException failure) {
    return new StoreException(
        "cannot %s in %s: %s".formatted(action, store, reason(place, failure)), failure);
  }

  /**
   * Explains a key that cannot be a file name here.
   *
   * @param key the key
   * @param failure what the file system said
   * @return to be thrown
   */
  StoreException explain(String key, InvalidPathException failure) {
    return new StoreException(
        "cannot name a file \"%s\" in %s (%s)".formatted(key, store, failure.getReason())
            + ": if the name has letters beyond ASCII, set LC_ALL=C.UTF-8",
        failure);
  }

  private String reason(Path place, IOException failure) {
    Optional<Path> file = fileInTheWay(place);
    if (file.isPresent()) {
      return "%s is a file, not a folder; move it away or name another place".formatted(file.get());
    }
    if (Files.isDirectory(place) && !place.equals(root)) {
      return "%s is a folder; move it away or choose another key".formatted(place);
    }
    if (failure instanceof AccessDeniedException denied) {
      return "%s is not accessible to the user %s"
              .formatted(denied.getFile(), System.getProperty("user.name"))
          + "; change its owner or permissions, or name another place";
    }
    if (failure instanceof ClosedByInterruptException
        || failure instanceof FileLockInterruptionException) {
      return "the thread was interrupted";
    }
    if (failure instanceof NoSuchFileException) {
      return "%s is not there and cannot be made; name another place".formatted(place);
    }
    return system(place, failure);
  }

  /** The JDK has no exception types of its own for these; the texts are those of strerror(3). */
  private static String system(Path place, IOException failure) {
    String text =
        failure instanceof FileSystemException named && named.getReason() != null
            ? named.getReason()
            : String.valueOf(failure.getMessage());
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("no space left")) {
      return "no space is left on the disk of %s; free some and try again".formatted(place);
    }
    if (lower.contains("quota exceeded")) {
      return "the disk quota for %s is used up; free some space and try again".formatted(place);
    }
    if (lower.contains("read-only file system")) {
      return place
          + " is on a file system that is mounted read-only; mount it writable or name another"
          + " place";
    }
    if (lower.contains("too many open files")) {
      return "this process has too many files open; raise the limit (ulimit -n)";
    }
    return "%s (%s)".formatted(text, place);
  }

  /**
   * Finds a file that stands where a folder is needed.
   *
   * @param place a file or folder
   * @return the store's folder or the innermost of the folders around {@code place}, if it is a
   *     file
   */
  Optional<Path> fileInTheWay(Path place) {
    if (Files.isRegularFile(root)) {
      return Optional.of(root);
    }
    Path inner = place.getParent();
    while (inner != null && !Files.exists(inner)) {
      inner = inner.getParent();
    }
    return Optional.ofNullable(inner).filter(Files::isRegularFile);
  }
}
