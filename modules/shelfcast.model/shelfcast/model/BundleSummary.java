package shelfcast.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A bundle in the list of what a store holds.
 *
 * @param version the name
 * @param createdAt when it was made
 * @param size the bytes of all its files
 * @param standing what it is to the store
 * @param manifest its manifest, unless the bundle is incomplete or its manifest cannot be used
 * @param problem why there is no manifest
 */
public record BundleSummary(
    String version,
    Instant createdAt,
    long size,
    Standing standing,
    Optional<Manifest> manifest,
    Optional<String> problem) {

  /** What a bundle is to the store. */
  public enum Standing {
    /** {@code current.json} names it. */
    CHAMPION,
    /** It was champion, and {@code rollback} can go back to it. */
    FORMER_CHAMPION,
    /** It has never been champion, or so long ago that nobody remembers. */
    CHALLENGER,
    /** It has no manifest: it is being published, or publishing was interrupted. */
    INCOMPLETE
  }
}
