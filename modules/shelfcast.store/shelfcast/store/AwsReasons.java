package shelfcast.store;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** Why a call to an AWS service failed and what to do: what the services have in common. */
final class AwsReasons {
  private AwsReasons() {}

  /**
   * Explains a call that was never answered.
   *
   * @param failure what the SDK or the connection threw
   * @param server where to, for the message
   * @return the reason and what to do
   */
  static String unanswered(Throwable failure, String server) {
    if (causeOf(failure, UnknownHostException.class).isPresent()) {
      return "the host of %s is unknown; check the network, the region and the endpoint"
          .formatted(server);
    }
    if (isUnreachable(failure)) {
      return "%s does not answer (%s); check that it is up, and the network and the endpoint"
          .formatted(server, deepest(failure));
    }
    if (causeOf(failure, SSLException.class).isPresent()) {
      return "no secure connection to %s (%s)".formatted(server, deepest(failure))
          + "; check its certificate, and whether the endpoint is https:// or http://";
    }
    if (causeOf(failure, AbortedException.class).isPresent()
        || causeOf(failure, InterruptedException.class).isPresent()) {
      return "the thread was interrupted while it waited for " + server;
    }
    if (causeOf(failure, ApiCallTimeoutException.class).isPresent()
        || causeOf(failure, SocketTimeoutException.class).isPresent()) {
      return "%s took too long to answer; try again, and check the network and the endpoint"
          .formatted(server);
    }
    if (causeOf(failure, IOException.class).isPresent()) {
      return "the connection to %s broke (%s); try again, and check the network"
          .formatted(server, deepest(failure));
    }
    return unsent(String.valueOf(failure.getMessage()));
  }

  /**
   * The SDK has one exception type for all that goes wrong before it sends; its texts tell them
   * apart.
   */
  private static String unsent(String message) {
    if (message.contains("Unable to load region")) {
      return "no AWS region is set; set AWS_REGION or --s3-region, for example to eu-central-1";
    }
    if (message.contains("Invalid region")) {
      return "the AWS region is no region's name; set AWS_REGION or --s3-region, for example to"
          + " eu-central-1";
    }
    if (message.contains("Unable to load credentials")) {
      return "no AWS credentials were found; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, name"
          + " a profile by AWS_PROFILE, or give the task or instance a role";
    }
    if (message.contains("expired")) {
      return "the AWS credentials have expired; renew them, for example by aws sso login ("
          + message
          + ")";
    }
    return message;
  }

  /**
   * Explains an error code that means the same for all services, under each of its names.
   *
   * @param code as the service gave it
   * @return the reason and what to do, or empty if the code is not one of these
   */
  static Optional<String> refused(String code) {
    return switch (code) {
      case "InvalidAccessKeyId", "UnrecognizedClientException", "InvalidClientTokenId" ->
          Optional.of(
              "the access key is not known there; check AWS_ACCESS_KEY_ID or the profile, and that"
                  + " they belong to this account and endpoint");
      case "SignatureDoesNotMatch", "InvalidSignatureException" ->
          Optional.of(
              "the secret key does not belong to the access key; check AWS_SECRET_ACCESS_KEY or the"
                  + " profile");
      case "ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired" ->
          Optional.of(
              "the AWS credentials have expired; renew them, for example by aws sso login or a new"
                  + " AWS_SESSION_TOKEN");
      case "InvalidToken" ->
          Optional.of(
              "the session token is not valid; set AWS_SESSION_TOKEN to the one given with the"
                  + " keys, or unset it");
      case "RequestTimeTooSkewed", "RequestExpired" ->
          Optional.of("the clock of this machine is wrong; set it");
      case "SlowDown",
          "ThrottlingException",
          "RequestLimitExceeded",
          "TooManyRequestsException",
          "ServiceUnavailable",
          "InternalError",
          "InternalFailure",
          "ServerException" ->
          Optional.of(
              "the service is busy or failing (%s); try again in a few minutes".formatted(code));
      default -> Optional.empty();
    };
  }

  /**
   * Passes on an answer that nobody has foreseen.
   *
   * @param server who gave it
   * @param status of HTTP
   * @param code as the service gave it; may be empty
   * @param said its message; may be empty
   * @return the reason
   */
  static String other(String server, int status, String code, String said) {
    return "%s answered HTTP %d %s %s".formatted(server, status, code, said).strip();
  }

  /**
   * Whether no connection came about, so that nothing can have been changed.
   *
   * @param failure what the SDK or the connection threw
   * @return true if the server has not been reached
   */
  static boolean isUnreachable(Throwable failure) {
    return causeOf(failure, ConnectException.class).isPresent()
        || causeOf(failure, NoRouteToHostException.class).isPresent()
        || causeOf(failure, UnknownHostException.class).isPresent()
        || causeOf(failure, SocketTimeoutException.class)
            .map(Throwable::getMessage)
            .filter(message -> message.toLowerCase(Locale.ROOT).contains("connect"))
            .isPresent();
  }

  /**
   * Looks for a kind of failure underneath another.
   *
   * @param failure the outermost
   * @param kind what to look for
   * @param <T> the same
   * @return the first of that kind
   */
  static <T extends Throwable> Optional<T> causeOf(Throwable failure, Class<T> kind) {
    return causes(failure).filter(kind::isInstance).map(kind::cast).findFirst();
  }

  private static String deepest(Throwable failure) {
    return causes(failure).reduce((outer, inner) -> inner).map(Throwable::getMessage).orElse("");
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
