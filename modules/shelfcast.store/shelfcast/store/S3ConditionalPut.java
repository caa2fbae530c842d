package shelfcast.store;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A write under a condition that knows in the end whether it took place. The SDK tries again when
 * an answer is lost, and then a failed condition may be the trace of its own first try; a refusal
 * that is sent before the body has been read reaches us as a broken connection. So each write
 * carries an id of its own, and in doubt the object is read back.
 *
 * @param client where to
 * @param bucket the bucket
 * @param s3Key the whole key
 */
record S3ConditionalPut(S3Client client, String bucket, String s3Key) {
  private static final String WRITE_ID = "shelfcast-write";
  private static final int PRECONDITION_FAILED = 412;
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  /**
   * Two writes at the same moment may both be told of a conflict (409); each may then try again.
   */
  private static final int CONFLICTS = 5;

  /** What must hold of the object that is there. */
  sealed interface Condition {
    /** There must be none. */
    record Absent() implements Condition {}

    /**
     * It must be this one.
     *
     * @param etag without quotes
     */
    record Matches(String etag) implements Condition {}
  }

  /**
   * Writes.
   *
   * @param key the object, as the store calls it
   * @param content all of its bytes
   * @param condition what must hold
   * @return what is known of it now, or empty if the condition does not hold
   */
  Optional<ObjectInfo> put(String key, byte[] content, Condition condition) {
    String id = UUID.randomUUID().toString();
    PutObjectRequest request = request(content, condition, id);
    for (int attempt = 1; ; attempt++) {
      try {
        PutObjectResponse answer = client.putObject(request, RequestBody.fromBytes(content));
        return Optional.of(
            S3Info.written(
                key, answer.eTag(), answer.versionId(), content.length, answer.sdkHttpResponse()));
      } catch (S3Exception e) {
        if (e.statusCode() == PRECONDITION_FAILED || e instanceof NoSuchKeyException) {
          return readBack().filter(isWrite(id)).map(found -> S3Info.of(key, found));
        }
        if (e.statusCode() != CONFLICT || attempt == CONFLICTS) {
          throw e;
        }
      } catch (SdkClientException e) {
        return afterBrokenConnection(key, id, condition, e);
      }
    }
  }

  private PutObjectRequest request(byte[] content, Condition condition, String id) {
    PutObjectRequest.Builder request =
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(s3Key)
            .metadata(Map.of(WRITE_ID, id))
            .checksumCRC32(S3Body.crc32(content))
            .overrideConfiguration(o -> o.apiCallTimeout(S3Connection.timeFor(content.length)));
    return switch (condition) {
      case Condition.Absent() -> request.ifNoneMatch("*").build();
      case Condition.Matches(String etag) -> request.ifMatch(S3Info.quoted(etag)).build();
    };
  }

  private Optional<ObjectInfo> afterBrokenConnection(
      String key, String id, Condition condition, SdkClientException failure) {
    if (AwsReasons.causeOf(failure, IOException.class).isEmpty()
        || AwsReasons.isUnreachable(failure)) {
      throw failure;
    }
    Optional<HeadObjectResponse> found;
    try {
      found = readBack();
    } catch (SdkException e) {
      failure.addSuppressed(e);
      throw failure;
    }
    if (found.filter(isWrite(id)).isPresent()) {
      return found.map(mine -> S3Info.of(key, mine));
    }
    boolean holds =
        switch (condition) {
          case Condition.Absent() -> found.isEmpty();
          case Condition.Matches(String etag) ->
              found.filter(other -> S3Info.of(key, other).etag().equals(etag)).isPresent();
        };
    if (holds) {
      throw failure;
    }
    return Optional.empty();
  }

  private static Predicate<HeadObjectResponse> isWrite(String id) {
    return found -> id.equals(found.metadata().get(WRITE_ID));
  }

  private Optional<HeadObjectResponse> readBack() {
    try {
      return Optional.of(client.headObject(r -> r.bucket(bucket).key(s3Key)));
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
