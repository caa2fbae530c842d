package shelfcast.datagen;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;
import shelfcast.store.Content;

/**
 * Writes a local file all or nothing: under another name first, which is then changed to the right
 * one.
 */
final class Destination {
  private static final int BUFFER = 1 << 16;

  private Destination() {}

  /**
   * Writes {@code content} to {@code file}, compressed when its name ends in {@code .gz}. What was
   * there before stays until all is written; a run that is killed leaves NAME.part, which the next
   * one overwrites. Something that is no file, as {@code /dev/null}, is written to as it is.
   */
  static void write(Path file, Content content) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      write(file, file, content);
      return;
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      write(part, file, content);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void write(Path target, Path name, Content content) throws IOException {
    try (OutputStream file = Files.newOutputStream(target);
        OutputStream out =
            name.toString().endsWith(".gz") ? new GZIPOutputStream(file, BUFFER) : file) {
      content.writeTo(out);
    }
  }
}
