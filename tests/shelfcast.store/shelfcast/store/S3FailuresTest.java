package shelfcast.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shelfcast.store.CannedServer.NOTHING;
import static shelfcast.store.CannedServer.answer;
import static shelfcast.store.CannedServer.answerOfLength;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** What a bucket does when S3 answers as it does on bad days. */
class S3FailuresTest {
  private static final String OBJECT_HEADERS =
      "ETag: \"e1\"\r\nLast-Modified: Fri, 02 Jan 2026 03:04:05 GMT\r\n";
  private static final String WRITTEN =
      answer(200, "ETag: \"e2\"\r\nDate: Fri, 02 Jan 2026 03:04:06 GMT\r\n", "");
  private static final Pattern WRITE_ID =
      Pattern.compile("x-amz-meta-shelfcast-write: *(\\S+)", Pattern.CASE_INSENSITIVE);

  private static ObjectStore open(CannedServer server) {
    S3Settings settings =
        new S3Settings(Optional.of(server.endpoint()), Optional.of("eu-central-1"));
    return S3Store.open(
        new Location.Bucket("bucket", "store"),
        settings,
        new S3Connection(
            settings,
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"))));
  }

  private static String error(int status, String headers, String code, String message) {
    return answer(
        status,
        "Content-Type: application/xml\r\n" + headers,
        "<Error><Code>%s</Code><Message>%s</Message></Error>".formatted(code, message));
  }

  private static String object(String id) {
    return answer(200, OBJECT_HEADERS + "x-amz-meta-shelfcast-write: " + id + "\r\n", "");
  }

  private static String writeId(String request) {
    Matcher id = WRITE_ID.matcher(request);
    assertTrue(id.find(), request);
    return id.group(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403 | InvalidAccessKeyId | no such key | the access key is not known there",
        "403 | SignatureDoesNotMatch | signature | check AWS_SECRET_ACCESS_KEY",
        "400 | ExpiredToken | expired | renew them, for example by aws sso login",
        "400 | InvalidToken | malformed | set AWS_SESSION_TOKEN to the one given with the keys",
        "403 | RequestTimeTooSkewed | skew | the clock of this machine is wrong",
        "404 | NoSuchBucket | none | there is no bucket bucket; create it (aws s3 mb s3://bucket)",
        "400 | AuthorizationHeaderMalformed | the region 'eu-central-1' is wrong; expecting"
            + " 'eu-west-3' | the bucket is in the region eu-west-3, not in eu-central-1; set"
            + " --s3-region eu-west-3",
        "301 | PermanentRedirect | use another endpoint | aws s3api get-bucket-location --bucket"
            + " bucket",
        "503 | SlowDown | reduce your rate | the service is busy or failing (SlowDown); try again",
        "502 | BadGateway | proxy | is busy or failing (HTTP 502); try again",
        "507 | XMinioStorageFull | 0 bytes left | has no space left (0 bytes left)",
        "418 | Teapot | short and stout | answered HTTP 418 Teapot short and stout",
      })
  void saysWhyAndWhatToDo(int status, String code, String message, String expected)
      throws IOException {
    try (CannedServer server = CannedServer.answering(error(status, "", code, message));
        ObjectStore store = open(server)) {
      S3StoreTest.assertFails(
          () -> store.get("a"), "cannot read a in s3://bucket/store: ", expected);
    }
  }

  @Test
  void aRedirectThatNamesTheRegionIsPassedOn() throws IOException {
    String moved =
        error(301, "x-amz-bucket-region: us-west-2\r\n", "PermanentRedirect", "elsewhere");
    try (CannedServer server = CannedServer.answering(moved);
        ObjectStore store = open(server)) {
      S3StoreTest.assertFails(
          () -> store.put("a", new byte[1]), "in the region us-west-2", "--s3-region us-west-2");
    }
  }

  @Test
  void aRefusalNamesTheActionAndTheResource() throws IOException {
    try (CannedServer server = CannedServer.answering(error(403, "", "AccessDenied", "No."));
        ObjectStore store = open(server)) {
      S3StoreTest.assertFails(
          () -> store.put("a", new byte[1]),
          "s3:PutObject on arn:aws:s3:::bucket/store/a was refused; allow it",
          "S3 says: No.");
      S3StoreTest.assertFails(
          () -> store.putIfAbsent("a", new byte[1]),
          "s3:PutObject on arn:aws:s3:::bucket/store/a was refused");
      S3StoreTest.assertFails(
          () -> store.get("a"),
          "s3:GetObject on arn:aws:s3:::bucket/store/a was refused",
          "unless s3:ListBucket is allowed on arn:aws:s3:::bucket");
      S3StoreTest.assertFails(
          () -> store.list("x"), "s3:ListBucket on arn:aws:s3:::bucket was refused");
      S3StoreTest.assertFails(
          () -> store.delete("a"), "s3:DeleteObject on arn:aws:s3:::bucket/store/a was refused");
    }
  }

  @Test
  void aBodilessRefusalIsAskedForItsReason() throws IOException {
    try (CannedServer server =
            CannedServer.answering(answer(400, "", ""), error(400, "", "ExpiredToken", "expired"));
        ObjectStore store = open(server)) {
      S3StoreTest.assertFails(() -> store.head("a"), "the AWS credentials have expired");
      assertTrue(server.requests().get(0).startsWith("HEAD /bucket/store/a "));
      assertTrue(server.requests().get(1).startsWith("GET /bucket/store/a "));
    }
  }

  @Test
  void aRetriedWriteRecognisesItself() throws IOException {
    try (CannedServer server =
            new CannedServer(requests ->
                switch (requests.size()) {
                  case 1 -> NOTHING;
                  case 2 -> error(412, "", "PreconditionFailed", "it is there");
                  default -> object(writeId(requests.getFirst()));
                });
        ObjectStore store = open(server)) {
      assertEquals("e1", store.putIfAbsent("a", new byte[1]).orElseThrow().etag());
      assertEquals(3, server.requests().size());
    }
  }

  @Test
  void aRetriedWriteDoesNotTakeAnothersForItsOwn() throws IOException {
    for (String other : new String[] {object("other"), answer(200, OBJECT_HEADERS, "")}) {
      try (CannedServer server =
              CannedServer.answering(
                  NOTHING, error(412, "", "PreconditionFailed", "it is there"), other);
          ObjectStore store = open(server)) {
        assertEquals(Optional.empty(), store.putIfMatch("a", new byte[1], "e0"));
      }
    }
  }

  @Test
  void aWriteWhoseAnswersAreAllLostIsReadBack() throws IOException {
    try (CannedServer server =
            new CannedServer(requests ->
                requests.size() <= S3Connection.ATTEMPTS
                    ? NOTHING
                    : object(writeId(requests.getFirst())));
        ObjectStore store = open(server)) {
      assertEquals("e1", store.putIfMatch("a", new byte[1], "e0").orElseThrow().etag());
    }
    try (CannedServer server = CannedServer.answering(NOTHING, NOTHING, NOTHING, object("other"));
        ObjectStore store = open(server)) {
      assertEquals(Optional.empty(), store.putIfAbsent("a", new byte[1]));
    }
  }

  @Test
  void aWriteThatNeverArrivedIsAFailure() throws IOException {
    String stillTheOld = answer(200, OBJECT_HEADERS, "");
    try (CannedServer server = CannedServer.answering(NOTHING, NOTHING, NOTHING, stillTheOld);
        ObjectStore store = open(server)) {
      S3StoreTest.assertFails(
          () -> store.putIfMatch("a", new byte[1], "e1"), "cannot write a in ", "broke");
    }
  }

  @Test
  void aConflictIsTriedAgain() throws IOException {
    String conflict = error(409, "", "ConditionalRequestConflict", "at the same moment");
    try (CannedServer server = CannedServer.answering(conflict, conflict, WRITTEN);
        ObjectStore store = open(server)) {
      assertEquals("e2", store.putIfAbsent("a", new byte[1]).orElseThrow().etag());
    }
    try (CannedServer server = CannedServer.answering(conflict);
        ObjectStore store = open(server)) {
      S3StoreTest.assertFails(
          () -> store.putIfAbsent("a", new byte[1]), "others keep writing it at the same moment");
    }
  }

  @Test
  void aListGoesOnToTheLastPage() throws IOException {
    String first = page("<NextContinuationToken>next</NextContinuationToken>", "store/b");
    try (CannedServer server = CannedServer.answering(first, page("", "store/a"));
        ObjectStore store = open(server)) {
      assertEquals(List.of("a", "b"), store.list("").stream().map(ObjectInfo::key).toList());
      assertTrue(server.requests().get(0).contains("prefix=store%2F"));
      assertTrue(server.requests().get(1).contains("continuation-token=next"));
    }
  }

  private static String page(String token, String key) {
    return answer(
        200,
        "Content-Type: application/xml\r\n",
        """
        <ListBucketResult><IsTruncated>%s</IsTruncated>%s<Contents><Key>%s</Key>\
        <LastModified>2026-01-02T03:04:05.000Z</LastModified><ETag>"e1"</ETag><Size>1</Size>\
        </Contents></ListBucketResult>\
        """
            .formatted(!token.isEmpty(), token, key));
  }

  @Test
  void contentThatBreaksOffIsReadAgain() throws IOException {
    String broken = answerOfLength(200, 10, OBJECT_HEADERS, "0123");
    String whole = answer(200, OBJECT_HEADERS, "0123456789");
    try (CannedServer server = CannedServer.answering(broken, whole);
        ObjectStore store = open(server)) {
      assertArrayEquals(
          ObjectStoreContract.bytes("0123456789"), store.get("a").orElseThrow().bytes());
    }
    try (CannedServer server = CannedServer.answering(broken);
        ObjectStore store = open(server)) {
      S3StoreTest.assertFails(() -> store.get("a"), "cannot read a in ", "broke");
    }
  }

  @Test
  void aStreamThatBreaksOffIsNotTakenForTheWhole() throws IOException {
    try (CannedServer server =
            CannedServer.answering(answerOfLength(200, 10, OBJECT_HEADERS, "0123"));
        ObjectStore store = open(server);
        ObjectStream stream = store.read("a").orElseThrow()) {
      assertThrows(IOException.class, () -> stream.stream().readAllBytes());
    }
  }
}
