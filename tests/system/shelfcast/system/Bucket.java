package shelfcast.system;

import java.util.stream.Stream;
import shelfcast.testing.S3Server;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket of an {@link S3Server}, or a part of one. */
final class Bucket extends Depot implements AutoCloseable {
  private final String name;
  private final String prefix;
  private final S3Client client;

  /**
   * @param name a bucket that the server has
   * @param prefix what every key begins with; empty, or with a slash at its end
   */
  Bucket(S3Server server, String name, String prefix) {
    super("s3://" + name + "/" + prefix, server.environment());
    this.name = name;
    this.prefix = prefix;
    this.client =
        S3Client.builder()
            .endpointOverride(server.endpoint())
            .forcePathStyle(true)
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @Override
  Stream<String> keys() {
    return client
        .listObjectsV2Paginator(request -> request.bucket(name).prefix(prefix))
        .contents()
        .stream()
        .map(S3Object::key)
        .map(key -> key.substring(prefix.length()));
  }

  @Override
  byte[] get(String key) {
    return client.getObjectAsBytes(request -> request.bucket(name).key(prefix + key)).asByteArray();
  }

  @Override
  void put(String key, byte[] content) {
    client.putObject(
        request -> request.bucket(name).key(prefix + key), RequestBody.fromBytes(content));
  }

  @Override
  public void close() {
    client.close();
  }
}
