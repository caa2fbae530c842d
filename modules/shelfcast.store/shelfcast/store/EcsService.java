package shelfcast.store;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service of Amazon ECS that serves forecasts.
 *
 * @param cluster the cluster's name
 * @param name the service's name
 */
public record EcsService(String cluster, String name) {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9_-]{1,255})/([A-Za-z0-9_-]{1,255})");

  /**
   * Reads a service as a person writes it.
   *
   * @param text {@code CLUSTER/SERVICE}
   * @return the service
   * @throws IllegalArgumentException if it is none; the message is ready for the user
   */
  public static EcsService parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not an ECS service: write CLUSTER/SERVICE".formatted(text)
              + ", each of letters, digits, - and _, up to 255 of them");
    }
    return new EcsService(form.group(1), form.group(2));
  }

  /**
   * Has ECS replace the service's tasks by new ones, which start with the newest model. Returns
   * when ECS has accepted, not when the tasks run.
   *
   * @param endpoint another server than Amazon's, for tests
   * @param region the service's; empty: the SDK's chain ({@code AWS_REGION}, the profile, the
   *     instance)
   * @throws StoreException if ECS cannot be reached or refuses
   */
  public void forceNewDeployment(Optional<URI> endpoint, Optional<String> region) {
    new EcsUpdate(this, endpoint, region).send();
  }
}
