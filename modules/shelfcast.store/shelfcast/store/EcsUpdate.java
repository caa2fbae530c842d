package shelfcast.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.protocols.jsoncore.JsonNodeParser;
import software.amazon.awssdk.regions.Region;

/**
 * The one call to ECS, in its JSON 1.1 protocol and signed by the SDK: a client library for a
 * single request would weigh more than all of this room.
 *
 * @param service what is to be deployed anew
 * @param endpoint another server than Amazon's
 * @param region the service's, or the SDK's chain
 * @param credentials whose
 */
record EcsUpdate(
    EcsService service,
    Optional<URI> endpoint,
    Optional<String> region,
    AwsCredentialsProvider credentials) {
  private static final String TARGET = "AmazonEC2ContainerServiceV20141113.UpdateService";
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration SILENCE = Duration.ofSeconds(10);
  private static final int OK = 200;

  EcsUpdate(EcsService service, Optional<URI> endpoint, Optional<String> region) {
    this(service, endpoint, region, DefaultCredentialsProvider.builder().build());
  }

  /**
   * Sends it.
   *
   * @throws StoreException if ECS cannot be reached or refuses
   */
  void send() {
    try (SdkHttpClient client =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(CONNECT)
            .socketTimeout(SILENCE)
            .build()) {
      SignedRequest signed = signed();
      HttpExecuteRequest request =
          HttpExecuteRequest.builder()
              .request(signed.request())
              .contentStreamProvider(signed.payload().orElseThrow())
              .build();
      HttpExecuteResponse answer = client.prepareRequest(request).call();
      if (answer.httpResponse().statusCode() != OK) {
        throw refused(answer);
      }
    } catch (IOException | UncheckedIOException | SdkException e) {
      throw failure(AwsReasons.unanswered(e, server()), Optional.of(e));
    }
  }

  private SignedRequest signed() {
    Region signingRegion = AwsRegion.of(endpoint, region);
    URI uri =
        endpoint.orElseGet(
            () -> URI.create("https://ecs." + signingRegion.id() + ".amazonaws.com"));
    ContentStreamProvider body =
        ContentStreamProvider.fromUtf8String(
            "{\"cluster\":\"%s\",\"service\":\"%s\",\"forceNewDeployment\":true}"
                .formatted(service.cluster(), service.name()));
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(uri)
            .encodedPath("/")
            .putHeader("Content-Type", "application/x-amz-json-1.1")
            .putHeader("X-Amz-Target", TARGET)
            .build();
    return AwsV4HttpSigner.create()
        .sign(r ->
            r.identity(credentials.resolveCredentials())
                .request(request)
                .payload(body)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "ecs")
                .putProperty(AwsV4HttpSigner.REGION_NAME, signingRegion.id()));
  }

  private StoreException refused(HttpExecuteResponse answer) throws IOException {
    JsonNode error = body(answer);
    String code = text(error, "__type").replaceFirst("^.*#", "");
    String said = text(error, "message") + text(error, "Message");
    return failure(reason(answer.httpResponse().statusCode(), code, said), Optional.empty());
  }

  /** What a proxy in between answers need not be JSON; then its status must do. */
  private static JsonNode body(HttpExecuteResponse answer) throws IOException {
    Optional<AbortableInputStream> body = answer.responseBody();
    if (body.isEmpty()) {
      return JsonNode.emptyObjectNode();
    }
    try (InputStream in = body.get()) {
      return JsonNodeParser.create().parse(in);
    } catch (UncheckedIOException e) {
      return JsonNode.emptyObjectNode();
    }
  }

  private static String text(JsonNode object, String field) {
    return Optional.of(object)
        .filter(JsonNode::isObject)
        .flatMap(all -> all.field(field))
        .filter(JsonNode::isString)
        .map(JsonNode::asString)
        .orElse("");
  }

  private String reason(int status, String code, String said) {
    return switch (code) {
      case "ClusterNotFoundException" ->
          "there is no such cluster; check its name, the region and the account";
      case "ServiceNotFoundException", "ServiceNotActiveException" ->
          "the cluster has no such active service; check its name";
      case "AccessDeniedException" ->
          "ecs:UpdateService on service/%s/%s was refused; allow it to these credentials"
                  .formatted(service.cluster(), service.name())
              + " (ECS says: %s)".formatted(said);
      default ->
          AwsReasons.refused(code).orElseGet(() -> AwsReasons.other(server(), status, code, said));
    };
  }

  private StoreException failure(String reason, Optional<Exception> cause) {
    String message =
        "cannot deploy the ECS service %s/%s anew: %s"
            .formatted(service.cluster(), service.name(), reason);
    return cause
        .map(e -> new StoreException(message, e))
        .orElseGet(() -> new StoreException(message));
  }

  private String server() {
    return endpoint.map(URI::toString).orElse("Amazon ECS");
  }
}
