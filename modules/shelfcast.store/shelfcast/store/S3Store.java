package shelfcast.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Objects of a bucket, through Amazon's SDK. */
final class S3Store implements ObjectStore {
  private static final int NOT_MODIFIED = 304;

  /**
   * A whole object has no size to scale by before it is read; a dead connection is noticed by its
   * silence.
   */
  private static final Duration LONGEST_READ = Duration.ofHours(1);

  private final Location.Bucket place;
  private final S3Connection connection;
  private final S3Failures failures;

  private S3Store(Location.Bucket place, S3Connection connection, S3Failures failures) {
    this.place = place;
    this.connection = connection;
    this.failures = failures;
  }

  static ObjectStore open(Location.Bucket place, S3Settings settings) {
    return open(place, settings, new S3Connection(settings));
  }

  static ObjectStore open(Location.Bucket place, S3Settings settings, S3Connection connection) {
    return new S3Store(place, connection, new S3Failures(place, settings));
  }

  @Override
  public Location location() {
    return place;
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    String s3Key = s3Key(key);
    return calling(
        S3Call.READ,
        key,
        client -> {
          try {
            return Optional.of(
                S3Info.of(key, client.headObject(r -> r.bucket(place.bucket()).key(s3Key))));
          } catch (S3Exception e) {
            // The answer to HEAD has no body and so no reason: a missing bucket looks like a
            // missing object.
            return unread(client, key, s3Key);
          }
        });
  }

  private Optional<ObjectInfo> unread(S3Client client, String key, String s3Key) {
    try (ResponseInputStream<GetObjectResponse> object =
        client.getObject(r -> r.bucket(place.bucket()).key(s3Key))) {
      object.abort();
      return Optional.of(S3Info.of(key, object.response()));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw failures.explain(S3Call.READ, key, e);
    }
  }

  @Override
  public Optional<ObjectContent> get(String key) {
    GetObjectRequest request = wholeObject(key).build();
    return calling(S3Call.READ, key, client -> present(() -> whole(client, key, request)));
  }

  @Override
  public Lookup getIfChanged(String key, String knownEtag) {
    GetObjectRequest request = wholeObject(key).ifNoneMatch(S3Info.quoted(knownEtag)).build();
    return calling(
        S3Call.READ,
        key,
        client -> {
          try {
            return new Lookup.Changed(whole(client, key, request));
          } catch (NoSuchKeyException e) {
            return new Lookup.Absent();
          } catch (S3Exception e) {
            if (e.statusCode() == NOT_MODIFIED) {
              return new Lookup.Unchanged();
            }
            throw e;
          }
        });
  }

  private GetObjectRequest.Builder wholeObject(String key) {
    return GetObjectRequest.builder()
        .bucket(place.bucket())
        .key(s3Key(key))
        .overrideConfiguration(o -> o.apiCallTimeout(LONGEST_READ));
  }

  private static ObjectContent whole(S3Client client, String key, GetObjectRequest request) {
    return client.getObject(request, (answer, body) -> content(key, answer, body));
  }

  /** Makes the SDK try again where a connection breaks while the content is on its way. */
  private static ObjectContent content(
      String key, GetObjectResponse answer, AbortableInputStream body) {
    try {
      ObjectInfo info = S3Info.of(key, answer);
      byte[] bytes = new S3ContentStream(body, info.size()).readAllBytes();
      return new ObjectContent(info, bytes);
    } catch (IOException e) {
      throw RetryableException.create("the content broke off", e);
    }
  }

  @Override
  public Optional<ObjectStream> read(String key) {
    String s3Key = s3Key(key);
    return calling(
        S3Call.READ,
        key,
        client ->
            present(() -> {
              ResponseInputStream<GetObjectResponse> object =
                  client.getObject(r -> r.bucket(place.bucket()).key(s3Key));
              ObjectInfo info = S3Info.of(key, object.response());
              return new ObjectStream(info, new S3ContentStream(object, info.size()));
            }));
  }

  @Override
  public ObjectInfo put(String key, byte[] content) {
    return put(key, out -> out.write(content));
  }

  @Override
  public ObjectInfo put(String key, Content content) {
    String s3Key = s3Key(key);
    return calling(
        S3Call.WRITE,
        key,
        client -> {
          S3Upload upload = new S3Upload(client, place.bucket(), s3Key);
          boolean complete = false;
          try {
            content.writeTo(upload);
            ObjectInfo info = upload.finish(key);
            complete = true;
            return info;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } finally {
            if (!complete) {
              upload.abort();
            }
          }
        });
  }

  @Override
  public Optional<ObjectInfo> putIfAbsent(String key, byte[] content) {
    return putIf(key, content, new S3ConditionalPut.Condition.Absent());
  }

  @Override
  public Optional<ObjectInfo> putIfMatch(String key, byte[] content, String etag) {
    return putIf(key, content, new S3ConditionalPut.Condition.Matches(etag));
  }

  private Optional<ObjectInfo> putIf(
      String key, byte[] content, S3ConditionalPut.Condition condition) {
    String s3Key = s3Key(key);
    return calling(
        S3Call.WRITE,
        key,
        client -> new S3ConditionalPut(client, place.bucket(), s3Key).put(key, content, condition));
  }

  @Override
  public List<ObjectInfo> list(String prefix) {
    int own = place.key("").length();
    ListObjectsV2Request request =
        ListObjectsV2Request.builder().bucket(place.bucket()).prefix(place.key(prefix)).build();
    return calling(
        S3Call.LIST,
        prefix,
        client ->
            client.listObjectsV2Paginator(request).contents().stream()
                .filter(object -> ObjectKey.isValid(object.key().substring(own)))
                .map(object -> S3Info.of(object.key().substring(own), object))
                .sorted(Comparator.comparing(ObjectInfo::key))
                .toList());
  }

  @Override
  public void delete(String key) {
    String s3Key = s3Key(key);
    calling(
        S3Call.DELETE,
        key,
        client -> client.deleteObject(r -> r.bucket(place.bucket()).key(s3Key)));
  }

  @Override
  public void close() {
    connection.close();
  }

  private String s3Key(String key) {
    return place.key(ObjectKey.check(key));
  }

  private <T> T calling(S3Call call, String key, Function<S3Client, T> request) {
    try {
      return request.apply(connection.client());
    } catch (SdkException e) {
      throw failures.explain(call, key, e);
    }
  }

  private static <T> Optional<T> present(Supplier<T> request) {
    try {
      return Optional.of(request.get());
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }
}
