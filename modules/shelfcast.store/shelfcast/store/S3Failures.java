package shelfcast.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Says what a failed call to S3 means and what to do about it.
 *
 * @param place the store, for the messages
 * @param settings how it is reached
 */
record S3Failures(Location.Bucket place, S3Settings settings) {
  private static final Pattern EXPECTED_REGION = Pattern.compile("expecting '([a-z0-9-]+)'");

  /**
   * Explains a failure.
   *
   * @param call what was tried
   * @param key on which object of the store; for a list the prefix, which may be empty
   * @param failure what the SDK or the connection threw
   * @return to be thrown
   */
  StoreException explain(S3Call call, String key, Exception failure) {
    String object = call == S3Call.LIST ? key + "*" : key;
    String reason =
        failure instanceof AwsServiceException answer
            ? answered(call, key, answer)
            : AwsReasons.unanswered(failure, server());
    return new StoreException(
        "cannot %s %s in %s: %s".formatted(call.verb(), object, place, reason), failure);
  }

  private String server() {
    return settings.endpoint().map(Object::toString).orElse("Amazon S3");
  }

  private String answered(S3Call call, String key, AwsServiceException failure) {
    Optional<AwsErrorDetails> details = Optional.ofNullable(failure.awsErrorDetails());
    String code = details.map(AwsErrorDetails::errorCode).orElse("");
    String said = details.map(AwsErrorDetails::errorMessage).orElse("");
    return switch (code) {
      case "NoSuchBucket" ->
          "there is no bucket %s; create it (aws s3 mb s3://%s) or name another"
              .formatted(place.bucket(), place.bucket());
      case "PermanentRedirect",
          "TemporaryRedirect",
          "AuthorizationHeaderMalformed",
          "IllegalLocationConstraintException" ->
          wrongRegion(failure, said);
      case "QuotaExceeded", "InsufficientStorage", "XMinioStorageFull" ->
          "%s has no space left (%s); free some and try again".formatted(server(), said);
      default -> AwsReasons.refused(code).orElseGet(() -> byStatus(call, key, failure, code, said));
    };
  }

  private String byStatus(
      S3Call call, String key, AwsServiceException failure, String code, String said) {
    return switch (failure.statusCode()) {
      case 301, 307 -> wrongRegion(failure, said);
      case 401, 403 -> denied(call, key, said);
      case 409 -> "others keep writing it at the same moment; try again";
      case 500, 502, 503, 504 ->
          "%s is busy or failing (HTTP %d); try again in a few minutes"
              .formatted(server(), failure.statusCode());
      default -> AwsReasons.other(server(), failure.statusCode(), code, said);
    };
  }

  private String denied(S3Call call, String key, String said) {
    String reason =
        "%s on %s was refused; allow it in the policies of these credentials and of the bucket"
                .formatted(call.action(), call.resource(place.bucket(), place.key(key)))
            + " (S3 says: %s)".formatted(said);
    return call == S3Call.READ
        ? reason
            + "; an object that is not there is refused like this, too, unless s3:ListBucket is"
            + " allowed on "
            + S3Call.LIST.resource(place.bucket(), "")
        : reason;
  }

  private String wrongRegion(AwsServiceException failure, String said) {
    String used = settings.region().map(region -> ", not in " + region).orElse("");
    return rightRegion(failure, said)
        .map(right ->
            "the bucket is in the region %s%s; set --s3-region %s (or AWS_REGION)"
                .formatted(right, used, right))
        .orElse(
            "the bucket is in another region; set --s3-region (or AWS_REGION) to what aws s3api"
                + " get-bucket-location --bucket %s says".formatted(place.bucket()));
  }

  private static Optional<String> rightRegion(AwsServiceException failure, String said) {
    Matcher expected = EXPECTED_REGION.matcher(said);
    if (expected.find()) {
      return Optional.of(expected.group(1));
    }
    return Optional.ofNullable(failure.awsErrorDetails())
        .map(AwsErrorDetails::sdkHttpResponse)
        .flatMap(answer -> answer.firstMatchingHeader("x-amz-bucket-region"));
  }
}
