package shelfcast.store;

import java.nio.file.Path;

/**
 * A place where objects are, or one object: a folder or file of this machine, or a bucket and what
 * the keys in it start with. {@code parse(x.toString())} equals {@code x}.
 */
public sealed interface Location {

  /**
   * Reads a place as a person writes it:
   *
   * <ul>
   *   <li>{@code file:./var/store}, {@code file:var/store}: relative to the working directory
   *   <li>{@code file:/srv/store}, {@code file:///srv/store}, {@code file://localhost/srv/store}
   *   <li>{@code ./var/store}, {@code /srv/store}: a path as it is
   *   <li>{@code s3://bucket}, {@code s3://bucket/prefix}: as it is, never percent-decoded
   * </ul>
   *
   * In a {@code file:} URI {@code %20} stands for a space, which may also be written as it is, and
   * {@code %25} for a percent sign.
   *
   * @param uri the place
   * @return the location
   * @throws IllegalArgumentException if it is none; the message is ready for the user
   */
  static Location parse(String uri) {
    return LocationParser.parse(uri);
  }

  /**
   * The place as a URI that {@link #parse} reads.
   *
   * @return {@code file:…} or {@code s3://…}
   */
  @Override
  String toString();

  /**
   * A place further in.
   *
   * @param relative segments with {@code /} between them, by the rules for keys of {@link
   *     ObjectStore}
   * @return the place inside this one
   * @throws IllegalArgumentException if {@code relative} breaks the rules
   */
  Location resolve(String relative);

  /**
   * The place that contains this one, so that an object at {@code x} is the object {@code x.name()}
   * of the store at {@code x.parent()}.
   *
   * @return the folder, or the bucket and what is left of the prefix
   * @throws IllegalArgumentException for a whole bucket or the root folder; the message is ready
   *     for the user
   */
  Location parent();

  /**
   * The last segment.
   *
   * @return the name inside {@link #parent}
   * @throws IllegalArgumentException for a whole bucket or the root folder; the message is ready
   *     for the user
   */
  String name();

  /**
   * A folder, or a file, of this machine.
   *
   * @param path absolute, or relative to the working directory; leading {@code .} segments are
   *     dropped
   */
  record Folder(Path path) implements Location {
    /** Drops leading {@code .} segments, so that {@code ./x} equals {@code x}. */
    public Folder {
      while (path.startsWith(".")) {
        path = path.getNameCount() == 1 ? Path.of("") : path.subpath(1, path.getNameCount());
      }
    }

    @Override
    public String toString() {
      String text = path.toString().replace("%", "%25");
      if (path.isAbsolute() || path.startsWith("..")) {
        return "file:" + text;
      }
      return "file:./" + text;
    }

    @Override
    public Location resolve(String relative) {
      return new Folder(path.resolve(ObjectKey.check(relative)));
    }

    @Override
    public Location parent() {
      if (endsInName()) {
        return new Folder(path.resolveSibling(""));
      }
      checkNotRoot();
      return new Folder(path.resolve(".."));
    }

    @Override
    public String name() {
      checkNotRoot();
      return path.toAbsolutePath().normalize().getFileName().toString();
    }

    private boolean endsInName() {
      return path.getNameCount() > 0 && !path.endsWith("..") && !path.endsWith("");
    }

    private void checkNotRoot() {
      if (path.toAbsolutePath().normalize().getNameCount() == 0) {
        throw new IllegalArgumentException(
            this + " is the root of all folders, not a file in one: add the file's name");
      }
    }
  }

  /**
   * Objects of an S3 bucket.
   *
   * @param bucket its name
   * @param prefix the segments that all keys in this place start with, without slashes around; may
   *     be empty
   */
  record Bucket(String bucket, String prefix) implements Location {
    @Override
    public String toString() {
      return prefix.isEmpty() ? "s3://" + bucket : "s3://" + bucket + "/" + prefix;
    }

    @Override
    public Location resolve(String relative) {
      return new Bucket(bucket, key(ObjectKey.check(relative)));
    }

    @Override
    public Location parent() {
      checkNotWhole();
      return new Bucket(bucket, prefix.substring(0, Math.max(0, prefix.lastIndexOf('/'))));
    }

    @Override
    public String name() {
      checkNotWhole();
      return prefix.substring(prefix.lastIndexOf('/') + 1);
    }

    /**
     * The whole key of an object in this place.
     *
     * @param relative the key inside this place; may be empty or a part
     * @return what S3 calls the key
     */
    String key(String relative) {
      return prefix.isEmpty() ? relative : prefix + "/" + relative;
    }

    private void checkNotWhole() {
      if (prefix.isEmpty()) {
        throw new IllegalArgumentException(
            this + " is a whole bucket, not an object in one: add the object's key");
      }
    }
  }
}
