package shelfcast.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import shelfcast.testing.Command;
import shelfcast.testing.Result;
import shelfcast.testing.S3Server;
import shelfcast.testing.Server;

/** The programs on buckets: three of them, as in the cloud, and what can be wrong with them. */
@Execution(ExecutionMode.CONCURRENT)
class S3Test {
  private static S3Server server;

  @BeforeAll
  static void startServer() throws Exception {
    server = S3Server.start("raw", "features", "models", "untouched");
    server.keepVersions("raw");
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Test
  void dataFeaturesAndModelsLiveInBucketsOfTheirOwn() {
    try (var raw = new Bucket(server, "raw", "");
        var features = new Bucket(server, "features", "next-day/");
        var models = new Bucket(server, "models", "team/shop/")) {
      raw.runs("shelfcast-datagen");
      try (Server serving = models.serveReady()) {
        assertTrue(serving.get("/health").body().contains("\"fallback\":true"));
        models.runs(
            "shelfcast-train", "--data", raw.uri(), "--features", features.uri(), "--epochs", "2");
        while (!serving.get("/health").body().contains("\"fallback\":false")) {
          Thread.onSpinWait();
        }
        assertTrue(serving.get("/model").body().contains(models.champion()));
      }
      JsonNode data = models.manifest(models.champion()).path("data");
      assertEquals("s3://raw/" + Depot.SALES, data.path("uri").asText());
      assertFalse(data.path("version_id").asText().isEmpty(), data.toString());
      assertEquals(List.of(Depot.SALES), raw.keys().toList());
      assertEquals(List.of(data.path("sha256").asText() + ".csv.gz"), features.keys().toList());
      assertEquals(
          Set.of("models", "context"),
          models.keys().map(key -> key.split("/")[0]).collect(Collectors.toSet()));
      assertTrue(models.runs("shelfcast-model", "list").contains(models.champion()));
      models.runs("shelfcast-model", "verify");
    }
  }

  @Test
  void aWrongSecretIsSaidToBeOne() {
    try (var bucket = new Bucket(server, "untouched", "")) {
      Command datagen = bucket.command("shelfcast-datagen");
      refused(datagen.with("AWS_SECRET_ACCESS_KEY", "wrong"), "untouched", "secret key");
      assertEquals(0, bucket.keys().count());
    }
  }

  @Test
  void aBucketThatIsNotThereIsSaidNotToBe() {
    try (var absent = new Bucket(server, "absent", "")) {
      refused(absent.command("shelfcast-datagen"), "absent", "bucket");
    }
  }

  private static void refused(Command command, String... parts) {
    Result result = command.run();
    assertEquals(5, result.exit(), result.err());
    assertEquals("", result.out());
    assertEquals(1, result.err().lines().count(), result.err());
    for (String part : parts) {
      assertTrue(result.err().contains(part), result.err());
    }
  }
}
