package shelfcast.store;

import java.util.List;
import java.util.Optional;

/**
 * Objects under keys, in a folder or a bucket. A write is all or nothing: whoever reads sees the
 * old content or the new, whatever happens to the writer. Conditional writes hold between threads,
 * processes and (on S3) machines. Safe for use by many threads.
 *
 * <p>A key is one to 1024 bytes of UTF-8: segments of one to 255 bytes between single slashes, none
 * starting with a dot, no control characters. Any other is an {@link IllegalArgumentException}.
 * Objects under other names, which something else has put there, are not listed.
 *
 * <p>Every method but {@link #open} and {@link #location} may throw a {@link StoreException}. A
 * place that is not there yet is an empty folder, but a missing bucket is an error, since buckets
 * are not made in passing.
 */
public interface ObjectStore extends AutoCloseable {

  /**
   * Opens a place. Cheap: nothing is read, written or asked for yet.
   *
   * @param place a folder or a bucket
   * @param s3 how to reach S3; ignored for a folder
   * @return the store
   */
  static ObjectStore open(Location place, S3Settings s3) {
    return switch (place) {
      case Location.Folder folder -> new FolderStore(folder);
      case Location.Bucket bucket -> S3Store.open(bucket, s3);
    };
  }

  /**
   * Where this store is.
   *
   * @return the place that it was opened on
   */
  Location location();

  /**
   * Looks at an object without reading it (a folder reads it, for its hash).
   *
   * @param key the object
   * @return what is known, or empty if there is no such object
   */
  Optional<ObjectInfo> head(String key);

  /**
   * Reads a whole object.
   *
   * @param key the object
   * @return the content, or empty if there is no such object
   */
  Optional<ObjectContent> get(String key);

  /**
   * Reads a whole object, unless it is the one already known.
   *
   * @param key the object
   * @param knownEtag the etag of the content one has
   * @return other content, or that it is unchanged, or absent
   */
  Lookup getIfChanged(String key, String knownEtag);

  /**
   * Opens an object for reading in constant memory.
   *
   * @param key the object
   * @return a stream to be closed by the caller, or empty if there is no such object
   */
  Optional<ObjectStream> read(String key);

  /**
   * Writes an object, over what may be there.
   *
   * @param key the object
   * @param content all of its bytes
   * @return what is known of it now
   */
  ObjectInfo put(String key, byte[] content);

  /**
   * Writes an object of any size in constant memory, over what may be there. If the content fails,
   * nothing is written.
   *
   * @param key the object
   * @param content produces the bytes
   * @return what is known of it now
   * @throws java.io.UncheckedIOException if the content throws an {@link java.io.IOException} of
   *     its own
   */
  ObjectInfo put(String key, Content content);

  /**
   * Writes an object if there is none under this key.
   *
   * @param key the object
   * @param content all of its bytes
   * @return what is known of it now, or empty if something was there already
   */
  Optional<ObjectInfo> putIfAbsent(String key, byte[] content);

  /**
   * Writes an object if it still is the one known. On S3 a write whose answer was lost and that was
   * overwritten before it could be read back is reported as not done.
   *
   * @param key the object
   * @param content all of its bytes
   * @param etag of the content that is to be replaced
   * @return what is known of it now, or empty if it has changed or is gone
   */
  Optional<ObjectInfo> putIfMatch(String key, byte[] content, String etag);

  /**
   * Lists objects. A folder reads every one of them, for its hash.
   *
   * @param prefix what their keys start with, not necessarily whole segments; empty for all
   * @return sorted by key
   */
  List<ObjectInfo> list(String prefix);

  /**
   * Deletes an object. No error if there is none.
   *
   * @param key the object
   */
  void delete(String key);

  /** Lets go of connections. No method may be called afterwards. */
  @Override
  void close();
}
