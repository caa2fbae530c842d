package shelfcast.store;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * What S3's answers say of an object. Etags are kept without the quotes that HTTP puts around them.
 */
final class S3Info {
  private S3Info() {}

  static ObjectInfo of(String key, HeadObjectResponse answer) {
    return new ObjectInfo(
        key,
        bare(answer.eTag()),
        version(answer.versionId()),
        answer.contentLength(),
        answer.lastModified());
  }

  static ObjectInfo of(String key, GetObjectResponse answer) {
    return new ObjectInfo(
        key,
        bare(answer.eTag()),
        version(answer.versionId()),
        answer.contentLength(),
        answer.lastModified());
  }

  static ObjectInfo of(String key, S3Object listed) {
    return new ObjectInfo(
        key, bare(listed.eTag()), Optional.empty(), listed.size(), listed.lastModified());
  }

  /**
   * The answer to a write has no time but the server's clock in {@code Date}, which HTTP demands.
   */
  static ObjectInfo written(
      String key, String etag, String versionId, long size, SdkHttpResponse answer) {
    Instant modified =
        answer
            .firstMatchingHeader("Date")
            .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
            .map(ZonedDateTime::toInstant)
            .orElse(Instant.EPOCH);
    return new ObjectInfo(key, bare(etag), version(versionId), size, modified);
  }

  /**
   * An etag as HTTP wants it in a condition.
   *
   * @param etag as in {@link ObjectInfo}
   * @return quoted
   */
  static String quoted(String etag) {
    return '"' + etag + '"';
  }

  private static String bare(String etag) {
    return etag.replace("\"", "");
  }

  /** The SDK's null, and the word that S3 uses for objects from before a bucket was versioned. */
  private static Optional<String> version(String versionId) {
    return Optional.ofNullable(versionId).filter(id -> !id.equals("null"));
  }
}
