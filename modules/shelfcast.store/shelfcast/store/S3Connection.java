package shelfcast.store;

import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * The S3 client, made when it is first needed: finding the region and the credentials may ask the
 * network. Timeouts are such that a server that cannot be reached is known after three tries of
 * three seconds.
 */
final class S3Connection implements AutoCloseable {
  static final int ATTEMPTS = 3;
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration SILENCE = Duration.ofSeconds(10);
  private static final Duration SMALL_CALL = Duration.ofSeconds(30);

  /** The slowest line that an upload is given time for, in bytes a second. */
  private static final long SLOWEST = 128 * 1024;

  private final S3Settings settings;
  private final AwsCredentialsProvider credentials;
  private Optional<S3Client> client = Optional.empty();

  /**
   * Prepares a connection with the SDK's default chain of credentials.
   *
   * @param settings where to
   */
  S3Connection(S3Settings settings) {
    this(settings, DefaultCredentialsProvider.builder().build());
  }

  /**
   * Prepares a connection.
   *
   * @param settings where to
   * @param credentials whose
   */
  S3Connection(S3Settings settings, AwsCredentialsProvider credentials) {
    this.settings = settings;
    this.credentials = credentials;
  }

  /**
   * The client.
   *
   * @return always the same
   * @throws software.amazon.awssdk.core.exception.SdkClientException if no region can be found
   */
  synchronized S3Client client() {
    S3Client made = client.orElseGet(this::connect);
    client = Optional.of(made);
    return made;
  }

  /**
   * How long a call may take, all tries together.
   *
   * @param bytes what it sends
   * @return a bound that a slow line does not meet
   */
  static Duration timeFor(long bytes) {
    return SMALL_CALL.plusSeconds(bytes / SLOWEST);
  }

  private S3Client connect() {
    S3ClientBuilder builder =
        S3Client.builder()
            .credentialsProvider(credentials)
            .region(AwsRegion.of(settings.endpoint(), settings.region()))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE))
            .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
            .overrideConfiguration(all ->
                all.apiCallTimeout(SMALL_CALL)
                    .retryStrategy(
                        AwsRetryStrategy.standardRetryStrategy().toBuilder()
                            .maxAttempts(ATTEMPTS)
                            .build()));
    settings
        .endpoint()
        .ifPresent(endpoint -> builder.endpointOverride(endpoint).forcePathStyle(true));
    return builder.build();
  }

  @Override
  public synchronized void close() {
    client.ifPresent(S3Client::close);
  }
}
