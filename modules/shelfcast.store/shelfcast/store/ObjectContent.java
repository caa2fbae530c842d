package shelfcast.store;

/**
 * A whole object: the bytes and what is known of exactly these bytes.
 *
 * @param info its key, etag, version, size and time
 * @param bytes the content, {@code info.size()} bytes; the array belongs to the caller
 */
public record ObjectContent(ObjectInfo info, byte[] bytes) {}
