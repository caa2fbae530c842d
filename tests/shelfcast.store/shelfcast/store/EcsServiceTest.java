package shelfcast.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shelfcast.store.CannedServer.answer;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;

class EcsServiceTest {
  private static final EcsService SERVICE = new EcsService("prod", "shelfcast-serve");
  private static final AwsCredentialsProvider KEYS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret"));

  private static void deploy(URI endpoint, AwsCredentialsProvider credentials) {
    new EcsUpdate(SERVICE, Optional.of(endpoint), Optional.of("eu-central-1"), credentials).send();
  }

  @Test
  void readsClusterAndService() {
    assertEquals(SERVICE, EcsService.parse("prod/shelfcast-serve"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "prod", "prod/", "/serve", "a/b/c", "prod/ser ve", "prod/\"}"})
  void refusesOtherText(String text) {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> EcsService.parse(text));
    assertTrue(thrown.getMessage().contains("write CLUSTER/SERVICE"), thrown.getMessage());
  }

  @Test
  void sendsOneSignedRequest() throws IOException {
    try (CannedServer ecs = CannedServer.answering(answer(200, "", "{\"service\":{}}"))) {
      deploy(ecs.endpoint(), KEYS);
      assertEquals(1, ecs.requests().size());
      String request = ecs.requests().getFirst();
      assertTrue(request.startsWith("POST / HTTP/1.1\r\n"), request);
      assertHeader(request, "X-Amz-Target", "AmazonEC2ContainerServiceV20141113\\.UpdateService");
      assertHeader(request, "Content-Type", "application/x-amz-json-1\\.1");
      assertHeader(request, "X-Amz-Date", "\\d{8}T\\d{6}Z");
      assertHeader(
          request,
          "Authorization",
          "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\\d{8}/eu-central-1/ecs/aws4_request,"
              + " SignedHeaders=\\S*host;\\S*x-amz-target, Signature=[0-9a-f]{64}");
      assertEquals(
          "{\"cluster\":\"prod\",\"service\":\"shelfcast-serve\",\"forceNewDeployment\":true}",
          request.substring(request.indexOf("\r\n\r\n") + 4));
    }
  }

  private static void assertHeader(String request, String name, String value) {
    Pattern header =
        Pattern.compile(
            "^" + name + ": *" + value + "\r?$", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    assertTrue(header.matcher(request).find(), request);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | ClusterNotFoundException | Cluster not found. | there is no such cluster",
        "400 | ServiceNotFoundException | Service not found. | has no such active service",
        "400 | AccessDeniedException | not authorized | ecs:UpdateService on"
            + " service/prod/shelfcast-serve",
        "400 | UnrecognizedClientException | bad token | the access key is not known there",
        "400 | com.amazonaws#ExpiredTokenException | expired | renew them",
        "400 | InvalidSignatureException | signature | check AWS_SECRET_ACCESS_KEY",
        "400 | ThrottlingException | Rate exceeded | try again in a few minutes",
        "400 | InvalidParameterException | no such thing | HTTP 400 InvalidParameterException no"
            + " such",
      })
  void saysWhyAndWhatToDo(int status, String code, String said, String expected)
      throws IOException {
    String refusal =
        answer(status, "", "{\"__type\":\"%s\",\"message\":\"%s\"}".formatted(code, said));
    try (CannedServer ecs = CannedServer.answering(refusal)) {
      S3StoreTest.assertFails(
          () -> deploy(ecs.endpoint(), KEYS),
          "cannot deploy the ECS service prod/shelfcast-serve anew: ",
          expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>Bad gateway</html>", "[]"})
  void aProxysAnswerIsToldByItsStatus(String body) throws IOException {
    try (CannedServer ecs = CannedServer.answering(answer(502, "", body))) {
      S3StoreTest.assertFails(() -> deploy(ecs.endpoint(), KEYS), "answered HTTP 502");
    }
  }

  @Test
  void saysThatNobodyAnswers() throws IOException {
    URI nobody;
    try (ServerSocket socket = new ServerSocket(0)) {
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    S3StoreTest.assertFails(() -> deploy(nobody, KEYS), nobody + " does not answer");
  }

  @Test
  void saysThatThereAreNoCredentials() {
    AwsCredentialsProvider none =
        AwsCredentialsProviderChain.of(SystemPropertyCredentialsProvider.create());
    S3StoreTest.assertFails(
        () -> deploy(URI.create("http://127.0.0.1:1"), none), "no AWS credentials were found");
  }
}
