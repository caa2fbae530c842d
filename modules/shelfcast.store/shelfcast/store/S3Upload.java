package shelfcast.store;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * Writes an object of unknown size: in one request if it is small, else in parts that become an
 * object only when they are complete. Holds one part in memory; 10 000 parts, S3's bound, are 78
 * GiB. Failures are {@link SdkException}s.
 */
final class S3Upload extends OutputStream {
  static final int PART_BYTES = 8 << 20;

  private final S3Client client;
  private final String bucket;
  private final String s3Key;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
  private final List<CompletedPart> parts = new ArrayList<>();
  private Optional<String> uploadId = Optional.empty();
  private long sent;

  S3Upload(S3Client client, String bucket, String s3Key) {
    this.client = client;
    this.bucket = bucket;
    this.s3Key = s3Key;
  }

  @Override
  public void write(int b) {
    buffer.write(b);
    sendIfFull();
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    int from = offset;
    int end = offset + length;
    while (from < end) {
      int count = Math.min(end - from, PART_BYTES - buffer.size());
      buffer.write(bytes, from, count);
      from += count;
      sendIfFull();
    }
  }

  private void sendIfFull() {
    if (buffer.size() == PART_BYTES) {
      sendPart();
    }
  }

  private void sendPart() {
    String id =
        uploadId.orElseGet(() ->
            client
                .createMultipartUpload(
                    r -> r.bucket(bucket).key(s3Key).checksumAlgorithm(ChecksumAlgorithm.CRC32))
                .uploadId());
    uploadId = Optional.of(id);
    int number = parts.size() + 1;
    byte[] bytes = buffer.toByteArray();
    buffer.reset();
    String crc32 = S3Body.crc32(bytes);
    UploadPartResponse part =
        client.uploadPart(
            r ->
                r.bucket(bucket)
                    .key(s3Key)
                    .uploadId(id)
                    .partNumber(number)
                    .checksumCRC32(crc32)
                    .overrideConfiguration(
                        o -> o.apiCallTimeout(S3Connection.timeFor(bytes.length))),
            RequestBody.fromBytes(bytes));
    parts.add(
        CompletedPart.builder().partNumber(number).eTag(part.eTag()).checksumCRC32(crc32).build());
    sent += bytes.length;
  }

  /**
   * Makes the object visible.
   *
   * @param key the object, as the store calls it
   * @return what is known of it
   */
  ObjectInfo finish(String key) {
    if (uploadId.isEmpty()) {
      byte[] bytes = buffer.toByteArray();
      PutObjectResponse answer =
          client.putObject(
              r ->
                  r.bucket(bucket)
                      .key(s3Key)
                      .checksumCRC32(S3Body.crc32(bytes))
                      .overrideConfiguration(
                          o -> o.apiCallTimeout(S3Connection.timeFor(bytes.length))),
              RequestBody.fromBytes(bytes));
      return S3Info.written(
          key, answer.eTag(), answer.versionId(), bytes.length, answer.sdkHttpResponse());
    }
    if (buffer.size() > 0) {
      sendPart();
    }
    CompleteMultipartUploadResponse answer =
        client.completeMultipartUpload(r ->
            r.bucket(bucket)
                .key(s3Key)
                .uploadId(uploadId.get())
                .multipartUpload(all -> all.parts(parts))
                .overrideConfiguration(o -> o.apiCallTimeout(S3Connection.timeFor(sent))));
    return S3Info.written(key, answer.eTag(), answer.versionId(), sent, answer.sdkHttpResponse());
  }

  /** Throws the parts away. Should that fail, too, a lifecycle rule of the bucket has to do it. */
  void abort() {
    uploadId.ifPresent(id -> {
      try {
        client.abortMultipartUpload(r -> r.bucket(bucket).key(s3Key).uploadId(id));
      } catch (SdkException e) {
        // What made the upload fail is the better message, and is on its way.
        return;
      }
    });
  }
}
