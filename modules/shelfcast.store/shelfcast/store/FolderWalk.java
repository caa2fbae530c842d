package shelfcast.store;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/**
 * Walks over the files of a folder store.
 *
 * @param root the store's folder; need not exist
 * @param prefix what the keys start with
 */
record FolderWalk(Path root, String prefix) {

  /** Looks at one object. */
  @FunctionalInterface
  interface Look {
    ObjectInfo at(String key, Path file) throws IOException;
  }

  /**
   * All objects, hidden files left out; none if the folder is not there.
   *
   * @param look reads what is to be known of one
   * @return sorted by key
   * @throws IOException if a folder or a file cannot be read
   */
  List<ObjectInfo> objects(Look look) throws IOException {
    List<ObjectInfo> found = new ArrayList<>();
    walk(
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return leadsToPrefix(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String key = key(file);
            if (attributes.isRegularFile() && key.startsWith(prefix) && ObjectKey.isValid(key)) {
              try {
                found.add(look.at(key, file));
              } catch (NoSuchFileException e) {
                // Deleted since the folder was read.
                return FileVisitResult.CONTINUE;
              }
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException
                || failure instanceof FileSystemLoopException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }
        });
    found.sort(Comparator.comparing(ObjectInfo::key));
    return found;
  }

  /**
   * Removes drafts whose writers have died. What cannot be looked at or removed stays: it is
   * hidden, and no reason for a write to fail.
   *
   * @param before drafts last written to before this are removed
   */
  void removeDrafts(Instant before) {
    try {
      walk(
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (Draft.isDraft(file)
                  && attributes.lastModifiedTime().toInstant().isBefore(before)) {
                Draft.remove(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      return;
    }
  }

  private void walk(SimpleFileVisitor<Path> visitor) throws IOException {
    Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
  }

  private boolean leadsToPrefix(Path folder) {
    if (folder.equals(root)) {
      return true;
    }
    String inside = key(folder) + "/";
    return !folder.getFileName().toString().startsWith(".")
        && (inside.startsWith(prefix) || prefix.startsWith(inside));
  }

  private String key(Path file) {
    return root.relativize(file).toString();
  }
}
