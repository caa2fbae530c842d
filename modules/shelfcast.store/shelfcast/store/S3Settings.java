package shelfcast.store;

import java.net.URI;
import java.util.Optional;

/**
 * How to reach S3. Folders ignore it.
 *
 * @param endpoint a compatible server, for example {@code http://127.0.0.1:9000}; buckets are then
 *     addressed by path. Empty: Amazon's own
 * @param region for example {@code eu-central-1}. Empty: the SDK's chain ({@code AWS_REGION}, the
 *     profile, the instance); with an endpoint and no region anywhere, {@code us-east-1}
 */
public record S3Settings(Optional<URI> endpoint, Optional<String> region) {

  /**
   * Checks the endpoint.
   *
   * @throws IllegalArgumentException if it is not the address of a web server; the message is ready
   *     for the user
   */
  public S3Settings {
    endpoint.ifPresent(S3Settings::check);
  }

  private static void check(URI endpoint) {
    boolean web = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
    if (!web || endpoint.getHost() == null) {
      throw new IllegalArgumentException(
          "\"%s\" is not an S3 endpoint: write http://host:port or https://host"
              .formatted(endpoint));
    }
  }

  /**
   * Amazon's S3, in the region that the environment names.
   *
   * @return settings without endpoint and region
   */
  public static S3Settings defaults() {
    return new S3Settings(Optional.empty(), Optional.empty());
  }
}
