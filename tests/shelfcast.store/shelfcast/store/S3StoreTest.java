package shelfcast.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import shelfcast.testing.S3Server;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;

class S3StoreTest extends ObjectStoreContract {
  private static final String BUCKET = "shelfcast-test";
  private static final AwsCredentialsProvider GOOD =
      credentials(S3Server.ACCESS_KEY, S3Server.SECRET_KEY);
  private static S3Server server;

  private final String prefix = UUID.randomUUID().toString();

  @BeforeAll
  static void start() throws Exception {
    server = S3Server.start(BUCKET, "versioned");
    server.keepVersions("versioned");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static AwsCredentialsProvider credentials(String key, String secret) {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret));
  }

  @Override
  ObjectStore open() {
    return open(BUCKET, server.endpoint(), GOOD);
  }

  private ObjectStore open(String bucket, URI endpoint, AwsCredentialsProvider credentials) {
    S3Settings settings = new S3Settings(Optional.of(endpoint), Optional.of("eu-central-1"));
    return S3Store.open(
        new Location.Bucket(bucket, prefix), settings, new S3Connection(settings, credentials));
  }

  @Test
  void aVersionedBucketNamesTheVersion() {
    try (ObjectStore versioned = open("versioned", server.endpoint(), GOOD)) {
      ObjectInfo first = versioned.put("a", bytes("1"));
      ObjectInfo second = versioned.put("a", bytes("2"));
      assertTrue(first.versionId().isPresent());
      assertNotEquals(first.versionId(), second.versionId());
      assertEquals(second.versionId(), versioned.get("a").orElseThrow().info().versionId());
      assertEquals(second.versionId(), versioned.head("a").orElseThrow().versionId());
    }
  }

  @Test
  void anUnversionedBucketNamesNone() {
    assertEquals(Optional.empty(), store().put("a", bytes("1")).versionId());
    assertEquals(Optional.empty(), store().head("a").orElseThrow().versionId());
  }

  @Test
  void takesKeysBeyondAscii() {
    store().put("größe/…", bytes("x"));
    assertArrayEquals(bytes("x"), store().get("größe/…").orElseThrow().bytes());
    assertEquals("größe/…", store().list("grö").getFirst().key());
  }

  @Test
  void staysInsideItsPrefix() {
    store().put("inner/a", bytes("x"));
    Location inner = store().location().resolve("inner");
    S3Settings settings = new S3Settings(Optional.of(server.endpoint()), Optional.empty());
    try (ObjectStore innerStore =
        S3Store.open((Location.Bucket) inner, settings, new S3Connection(settings, GOOD))) {
      assertArrayEquals(bytes("x"), innerStore.get("a").orElseThrow().bytes());
      assertEquals(List.of("a"), innerStore.list("").stream().map(ObjectInfo::key).toList());
    }
  }

  @Test
  void aBucketMustBeThere() {
    try (ObjectStore none = open("no-such-bucket", server.endpoint(), GOOD)) {
      String reason =
          "there is no bucket no-such-bucket; create it (aws s3 mb s3://no-such-bucket)";
      assertFails(() -> none.head("a"), "cannot read a in s3://no-such-bucket/", reason);
      assertFails(() -> none.get("a"), "cannot read a in s3://no-such-bucket/", reason);
      assertFails(() -> none.list(""), "cannot list * in s3://no-such-bucket/", reason);
      assertFails(() -> none.put("a", bytes("")), "cannot write a in ", reason);
      assertFails(() -> none.putIfAbsent("a", bytes("")), "cannot write a in ", reason);
      assertFails(() -> none.putIfMatch("a", bytes(""), "etag"), "cannot write a in ", reason);
    }
  }

  @Test
  void saysThatTheAccessKeyIsUnknown() {
    try (ObjectStore store = open(BUCKET, server.endpoint(), credentials("nobody", "secret"))) {
      assertFails(() -> store.get("a"), "the access key is not known there", "AWS_ACCESS_KEY_ID");
      assertFails(() -> store.head("a"), "the access key is not known there");
    }
  }

  @Test
  void saysThatTheSecretKeyIsWrong() {
    try (ObjectStore store =
        open(BUCKET, server.endpoint(), credentials(S3Server.ACCESS_KEY, "wrong"))) {
      assertFails(() -> store.put("a", bytes("x")), "secret key", "AWS_SECRET_ACCESS_KEY");
    }
  }

  @Test
  void saysThatThereAreNoCredentials() {
    AwsCredentialsProvider none =
        AwsCredentialsProviderChain.of(SystemPropertyCredentialsProvider.create());
    try (ObjectStore store = open(BUCKET, server.endpoint(), none)) {
      assertFails(
          () -> store.get("a"), "no AWS credentials were found", "AWS_ACCESS_KEY_ID", "a role");
      assertFails(() -> store.putIfAbsent("a", bytes("x")), "no AWS credentials were found");
    }
  }

  @Test
  void saysThatTheRegionIsNone() {
    S3Settings settings = new S3Settings(Optional.empty(), Optional.of("eu central 1"));
    try (ObjectStore store =
        S3Store.open(new Location.Bucket(BUCKET, ""), settings, new S3Connection(settings, GOOD))) {
      assertFails(() -> store.get("a"), "the AWS region is no region's name", "--s3-region");
    }
  }

  @Test
  void saysThatTheEndpointIsDown() throws IOException {
    URI nobody;
    try (ServerSocket socket = new ServerSocket(0)) {
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    try (ObjectStore store = open(BUCKET, nobody, GOOD)) {
      String reason = nobody + " does not answer";
      assertFails(() -> store.get("a"), "cannot read a in s3://", reason, "check that it is up");
      assertFails(() -> store.putIfAbsent("a", bytes("x")), "cannot write a in s3://", reason);
      assertFails(() -> store.list(""), "cannot list * in s3://", reason);
    }
  }

  @Test
  void saysThatTheHostIsUnknown() {
    try (ObjectStore store = open(BUCKET, URI.create("http://nobody.invalid"), GOOD)) {
      assertFails(() -> store.get("a"), "the host of http://nobody.invalid is unknown");
    }
  }

  @Test
  void anInterruptedCallSaysSo() {
    Thread.currentThread().interrupt();
    try {
      assertFails(() -> store().get("a"), "the thread was interrupted");
      assertTrue(Thread.currentThread().isInterrupted());
    } finally {
      Thread.interrupted();
    }
  }

  static void assertFails(Executable call, String... parts) {
    StoreException thrown = assertThrows(StoreException.class, call);
    for (String part : parts) {
      assertTrue(thrown.getMessage().contains(part), thrown.getMessage());
    }
  }
}
