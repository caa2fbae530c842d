package shelfcast.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What {@code models/current.json} says: which bundle is the champion.
 *
 * @param version the champion
 * @param manifestSha256 the SHA-256 of its manifest
 * @param context the id of the context to forecast from, if one has been written
 * @param promotedAt when it became champion
 * @param pinned whether training is kept from promoting
 * @param history the champions before it to which {@code rollback} can go, the latest first
 */
public record Pointer(
    String version,
    String manifestSha256,
    Optional<String> context,
    Instant promotedAt,
    boolean pinned,
    List<PastPromotion> history) {
  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if a version, the digest or the context's id is not one
   */
  public Pointer {
    checkVersion(version);
    if (!Sha256.isDigest(manifestSha256)) {
      throw new IllegalArgumentException("not a sha256 in hexadecimal: " + manifestSha256);
    }
    context.ifPresent(Context::checkId);
    history = List.copyOf(history);
    history.forEach(past -> checkVersion(past.version()));
  }

  /**
   * A champion of before.
   *
   * @param version its bundle
   * @param promotedAt when it became champion
   */
  public record PastPromotion(String version, Instant promotedAt) {}

  /** This promotion, as it will stand in the history. */
  PastPromotion promotion() {
    return new PastPromotion(version, promotedAt);
  }

  /** The same champion with another context. */
  Pointer withContext(Optional<String> id) {
    return new Pointer(version, manifestSha256, id, promotedAt, pinned, history);
  }

  /** The same champion, pinned or not. */
  Pointer withPinned(boolean pin) {
    return new Pointer(version, manifestSha256, context, promotedAt, pin, history);
  }

  private static void checkVersion(String version) {
    if (!Version.isVersion(version)) {
      throw new IllegalArgumentException("\"" + version + "\" is not a version");
    }
  }
}
