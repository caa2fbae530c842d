package shelfcast.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What a store knows of one object.
 *
 * @param key the object's name inside its store, with {@code /} between segments
 * @param etag names the content: changes when the content does. Opaque; in a folder the content's
 *     SHA-256 in hex
 * @param versionId the version that a versioned bucket gave it; empty in folders, unversioned
 *     buckets and lists
 * @param size in bytes
 * @param modified when it was written; whole seconds on S3
 */
public record ObjectInfo(
    String key, String etag, Optional<String> versionId, long size, Instant modified) {}
