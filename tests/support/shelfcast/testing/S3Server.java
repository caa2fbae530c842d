package shelfcast.testing;

import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * An S3 server in this JVM, on a free port of the loopback interface, that keeps its objects in
 * memory.
 */
public final class S3Server implements AutoCloseable {
  /** The one access key that it knows. */
  public static final String ACCESS_KEY = "test";

  /** The secret key that belongs to it. */
  public static final String SECRET_KEY = "testtest";

  private final BlobStore blobs;
  private final S3Proxy server;

  private S3Server(BlobStore blobs, S3Proxy server) {
    this.blobs = blobs;
    this.server = server;
  }

  /**
   * Starts a server.
   *
   * @param buckets that it has from the start
   * @return the running server
   * @throws Exception as S3Proxy declares it
   */
  public static S3Server start(String... buckets) throws Exception {
    BlobStore blobs = new Atomic(new TransientNio2BlobStore());
    S3Proxy proxy =
        S3Proxy.builder()
            .blobStore(blobs)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
            .build();
    proxy.start();
    S3Server server = new S3Server(blobs, proxy);
    for (String bucket : buckets) {
      server.createBucket(bucket);
    }
    return server;
  }

  /**
   * Where it listens.
   *
   * @return for {@code SHELFCAST_S3_ENDPOINT}
   */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  /**
   * What a launcher needs in its environment to use this server and nothing else.
   *
   * @return names and values
   */
  public Map<String, String> environment() {
    return Map.of(
        "SHELFCAST_S3_ENDPOINT",
        endpoint().toString(),
        "AWS_ACCESS_KEY_ID",
        ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY",
        SECRET_KEY,
        "AWS_REGION",
        "us-east-1",
        "AWS_EC2_METADATA_DISABLED",
        "true");
  }

  /**
   * Makes a bucket.
   *
   * @param name its name
   */
  public void createBucket(String name) {
    blobs.createContainer(name);
  }

  /**
   * Makes a bucket keep the old versions of its objects.
   *
   * @param bucket its name
   */
  public void keepVersions(String bucket) {
    blobs.putBucketVersioning(bucket, BucketVersioningStatus.ENABLED);
  }

  /** Stops the server and forgets its objects. */
  @Override
  public void close() {
    FutureTask<Void> stopping =
        new FutureTask<>(() -> {
          server.stop();
          return null;
        });
    stopping.run();
    if (stopping.state() == Future.State.FAILED) {
      throw new IllegalStateException("S3Proxy does not stop", stopping.exceptionNow());
    }
  }

  /**
   * S3Proxy checks a condition and writes in two steps; here nothing comes between them, as on S3.
   */
  private static final class Atomic extends ForwardingBlobStore {
    private final Object lock = new Object();

    Atomic(BlobStore blobs) {
      super(blobs);
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
      synchronized (lock) {
        HeadObjectResponse there = blobMetadataIfPresent(request.bucket(), request.key());
        if (request.ifNoneMatch() != null && there != null) {
          throw S3Exceptions.preconditionFailed(null);
        }
        if (request.ifMatch() != null
            && (there == null || !bare(request.ifMatch()).equals(bare(there.eTag())))) {
          throw S3Exceptions.preconditionFailed(null);
        }
        return super.putBlob(request, content);
      }
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
      synchronized (lock) {
        return super.removeBlob(request);
      }
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
        MultipartUpload upload, CompleteMultipartUploadRequest request) {
      synchronized (lock) {
        return super.completeMultipartUpload(upload, request);
      }
    }

    private static String bare(String etag) {
      return etag.replace("\"", "");
    }
  }
}
