package shelfcast.store;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.util.UUID;
import java.util.function.Function;

/**
 * A complete, hidden file that is to become an object: the content is on the disk before anybody
 * can see it.
 */
final class Draft implements AutoCloseable {
  private static final String PREFIX = ".shelfcast-";
  private static final String SUFFIX = ".draft";
  private static final int ATTEMPTS = 10;
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final String etag;
  private final long size;

  private Draft(Path file, String etag, long size) {
    this.file = file;
    this.etag = etag;
    this.size = size;
  }

  /**
   * Whether a file is a draft, perhaps one whose writer has died.
   *
   * @param file any file
   * @return true if it is named like one
   */
  static boolean isDraft(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
  }

  /**
   * Writes a draft in the folder where its object will be, making the folder if need be.
   *
   * @param folder where
   * @param content what
   * @param failure explains what the file system says
   * @return the draft, written to the disk
   * @throws UncheckedIOException if the content fails; then nothing is left behind
   */
  static Draft write(Path folder, Content content, Function<IOException, StoreException> failure) {
    Path file = folder.resolve(PREFIX + UUID.randomUUID() + SUFFIX);
    boolean complete = false;
    try (FileChannel channel = create(file)) {
      DigestOutputStream digesting =
          new DigestOutputStream(Channels.newOutputStream(channel), Digest.sha256());
      Explaining out = new Explaining(new BufferedOutputStream(digesting, BUFFER), failure);
      writeContent(content, out);
      out.flush();
      channel.force(true);
      complete = true;
      return new Draft(file, Digest.hex(digesting.getMessageDigest()), channel.size());
    } catch (IOException e) {
      throw failure.apply(e);
    } finally {
      if (!complete) {
        remove(file);
      }
    }
  }

  private static void writeContent(Content content, OutputStream out) {
    try {
      content.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tries again where another process has just removed the folder because it was empty. */
  private static FileChannel create(Path file) throws IOException {
    for (int attempt = 1; ; attempt++) {
      Files.createDirectories(file.getParent());
      try {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      } catch (NoSuchFileException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** The SHA-256 of the content, in hex. */
  String etag() {
    return etag;
  }

  /** The content's bytes. */
  long size() {
    return size;
  }

  /**
   * Puts the draft in its object's place.
   *
   * @param target the object's file, in the draft's folder
   * @param root the outermost folder that may have been made for it
   * @throws IOException if the file system refuses; then the target is as it was
   */
  void moveTo(Path target, Path root) throws IOException {
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    Path folder = target.getParent();
    sync(folder);
    while (!folder.equals(root)) {
      folder = folder.getParent();
      sync(folder);
    }
  }

  /** Makes the names in a folder survive a power cut, too. */
  private static void sync(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // The object is in place and visible, so that it would be wrong to report a failure; some
      // network file systems cannot sync a folder.
      return;
    }
  }

  /** Removes the draft if it has not become an object. */
  @Override
  public void close() {
    remove(file);
  }

  /** What cannot be removed now is hidden, and swept by a later writer. */
  static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      return;
    }
  }

  /**
   * Tells failures of the disk, which are explained, from those of the content that is being
   * written.
   */
  private static final class Explaining extends FilterOutputStream {
    private final Function<IOException, StoreException> failure;

    Explaining(OutputStream out, Function<IOException, StoreException> failure) {
      super(out);
      this.failure = failure;
    }

    @Override
    public void write(int b) {
      try {
        out.write(b);
      } catch (IOException e) {
        throw failure.apply(e);
      }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        throw failure.apply(e);
      }
    }

    /**
     * Leaves the file open: content that wraps and closes the stream has not to know that there is
     * more to do.
     */
    @Override
    public void close() {
      flush();
    }

    @Override
    public void flush() {
      try {
        out.flush();
      } catch (IOException e) {
        throw failure.apply(e);
      }
    }
  }
}
