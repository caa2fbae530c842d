package shelfcast.store;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/** Which region to sign for. */
final class AwsRegion {
  private AwsRegion() {}

  /**
   * The region that is set, else the SDK's chain. A compatible server mostly does not care: there
   * the chain leaves out the instance's metadata, which take seconds to be absent, and ends in
   * {@code us-east-1}.
   *
   * @param endpoint of a compatible server
   * @param region as set
   * @return the region
   * @throws SdkClientException if there is no endpoint and the chain finds none
   */
  static Region of(Optional<URI> endpoint, Optional<String> region) {
    if (region.isPresent()) {
      return Region.of(region.get());
    }
    if (endpoint.isEmpty()) {
      return new DefaultAwsRegionProviderChain().getRegion();
    }
    try {
      return new AwsRegionProviderChain(
              new SystemSettingsRegionProvider(), new AwsProfileRegionProvider())
          .getRegion();
    } catch (SdkClientException e) {
      return Region.US_EAST_1;
    }
  }
}
