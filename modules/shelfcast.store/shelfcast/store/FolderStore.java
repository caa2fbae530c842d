package shelfcast.store;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Objects as files of a folder. A write goes to a hidden draft beside its target, is synced and
 * then renamed over it; the rename, and the check of a condition before it, happen under the
 * folder's lock. Readers need no lock: they hold on to the file that they opened. An object cannot
 * be at {@code a} and another at {@code a/b}.
 */
final class FolderStore implements ObjectStore {
  /** A draft that nobody has written to for so long has lost its writer. */
  static final Duration ABANDONED = Duration.ofHours(1);

  private final Location.Folder place;
  private final Path root;
  private final InstantSource clock;
  private final FolderFailures failures;
  private final AtomicBoolean swept = new AtomicBoolean();

  FolderStore(Location.Folder place) {
    this(place, InstantSource.system());
  }

  FolderStore(Location.Folder place, InstantSource clock) {
    this.place = place;
    this.root = place.path().toAbsolutePath();
    this.clock = clock;
    this.failures = new FolderFailures(place, root);
  }

  @Override
  public Location location() {
    return place;
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    return reading(key, file -> info(key, file));
  }

  @Override
  public Optional<ObjectContent> get(String key) {
    return reading(key, file -> content(key, file));
  }

  @Override
  public Lookup getIfChanged(String key, String knownEtag) {
    Optional<ObjectContent> content = get(key);
    if (content.isEmpty()) {
      return new Lookup.Absent();
    }
    return content.get().info().etag().equals(knownEtag)
        ? new Lookup.Unchanged()
        : new Lookup.Changed(content.get());
  }

  @Override
  public Optional<ObjectStream> read(String key) {
    return reading(key, file -> stream(key, file));
  }

  @Override
  public ObjectInfo put(String key, byte[] content) {
    return put(key, out -> out.write(content));
  }

  @Override
  public ObjectInfo put(String key, Content content) {
    return write(key, content, file -> true).orElseThrow();
  }

  @Override
  public Optional<ObjectInfo> putIfAbsent(String key, byte[] content) {
    return write(key, out -> out.write(content), file -> !Files.exists(file));
  }

  @Override
  public Optional<ObjectInfo> putIfMatch(String key, byte[] content, String etag) {
    return write(
        key,
        out -> out.write(content),
        file -> Files.isRegularFile(file) && etag(file).equals(etag));
  }

  @Override
  public List<ObjectInfo> list(String prefix) {
    try {
      Optional<Path> inTheWay = failures.fileInTheWay(root);
      if (inTheWay.isPresent()) {
        throw new NotDirectoryException(inTheWay.get().toString());
      }
      return new FolderWalk(root, prefix).objects(this::info);
    } catch (IOException e) {
      throw failures.explain("list " + (prefix.isEmpty() ? "objects" : prefix + "*"), root, e);
    }
  }

  @Override
  public void delete(String key) {
    Path file = file(key);
    try {
      if (isObject(file)) {
        new FolderLock(root).hold(() -> remove(file));
      }
    } catch (IOException e) {
      throw failures.explain("delete " + key, file, e);
    }
  }

  /** Nothing is kept open between calls. */
  @Override
  public void close() {}

  private Path file(String key) {
    ObjectKey.check(key);
    try {
      return root.resolve(key);
    } catch (InvalidPathException e) {
      throw failures.explain(key, e);
    }
  }

  @FunctionalInterface
  private interface Reading<T> {
    T from(Path file) throws IOException;
  }

  private <T> Optional<T> reading(String key, Reading<T> reading) {
    Path file = file(key);
    try {
      return isObject(file) ? Optional.of(reading.from(file)) : Optional.empty();
    } catch (NoSuchFileException e) {
      // Deleted since we looked.
      return Optional.empty();
    } catch (IOException e) {
      throw failures.explain("read " + key, file, e);
    }
  }

  /**
   * Unlike {@link Files#isRegularFile}, tells an object that is not there from one that cannot be
   * looked at.
   */
  private boolean isObject(Path file) throws IOException {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).isRegularFile();
    } catch (IOException e) {
      Optional<Path> inTheWay = failures.fileInTheWay(file);
      if (inTheWay.isPresent() && !isInside(inTheWay.get())) {
        throw new NotDirectoryException(inTheWay.get().toString());
      }
      if (inTheWay.isPresent() || e instanceof NoSuchFileException) {
        return false;
      }
      throw e;
    }
  }

  private boolean isInside(Path path) {
    return path.startsWith(root) && !path.equals(root);
  }

  private ObjectInfo info(String key, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return info(key, file, Digest.of(channel), channel.size());
    }
  }

  private static ObjectInfo info(String key, Path file, String etag, long size) throws IOException {
    return new ObjectInfo(
        key, etag, Optional.empty(), size, Files.getLastModifiedTime(file).toInstant());
  }

  private static String etag(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return Digest.of(channel);
    }
  }

  private static ObjectContent content(String key, Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return new ObjectContent(info(key, file, Digest.of(bytes), bytes.length), bytes);
  }

  /** The stream goes on from the very file that was hashed. */
  private static ObjectStream stream(String key, Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    boolean handedOver = false;
    try {
      ObjectInfo info = info(key, file, Digest.of(channel), channel.size());
      channel.position(0);
      handedOver = true;
      return new ObjectStream(info, Channels.newInputStream(channel));
    } finally {
      if (!handedOver) {
        channel.close();
      }
    }
  }

  @FunctionalInterface
  private interface Condition {
    boolean holds(Path file) throws IOException;
  }

  private Optional<ObjectInfo> write(String key, Content content, Condition condition) {
    Path file = file(key);
    String action = "write " + key;
    sweepOnce();
    try (Draft draft =
        Draft.write(file.getParent(), content, e -> failures.explain(action, file, e))) {
      return new FolderLock(root).hold(() -> commit(key, draft, file, condition));
    } catch (IOException e) {
      throw failures.explain(action, file, e);
    }
  }

  private Optional<ObjectInfo> commit(String key, Draft draft, Path file, Condition condition)
      throws IOException {
    if (!condition.holds(file)) {
      return Optional.empty();
    }
    draft.moveTo(file, root);
    return Optional.of(info(key, file, draft.etag(), draft.size()));
  }

  /** Deletes a file and the folders that it leaves empty: a bucket has no empty folders either. */
  private boolean remove(Path file) throws IOException {
    boolean deleted = Files.deleteIfExists(file);
    Path folder = file.getParent();
    try {
      while (!folder.equals(root) && !Files.isSymbolicLink(folder)) {
        Files.deleteIfExists(folder);
        folder = folder.getParent();
      }
    } catch (IOException e) {
      // It is not empty, or not ours to remove.
      return deleted;
    }
    return deleted;
  }

  /** Removes what writers that were killed have left behind, at the first write of this store. */
  private void sweepOnce() {
    if (swept.compareAndSet(false, true)) {
      new FolderWalk(root, "").removeDrafts(clock.instant().minus(ABANDONED));
    }
  }
}
