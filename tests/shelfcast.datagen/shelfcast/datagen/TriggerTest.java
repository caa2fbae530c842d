package shelfcast.datagen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * shelfcast-trigger from its command line, against the event that the S3 User Guide shows
 * (docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html), which is object-created.json.
 */
class TriggerTest {
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.5Z");
  private static final UUID ID = UUID.fromString("17793124-05d4-4198-afde-7ededc63b103");

  @TempDir Path folder;

  private static Ran run(String... arguments) {
    return Ran.of(new Trigger(Clock.fixed(NOW, ZoneOffset.UTC), () -> ID), arguments);
  }

  /** Every value of a JSON text by its path, in order: {@code /detail/bucket/name → "b"}. */
  private static Map<String, String> values(String json) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken().isScalarValue()) {
          String quote = parser.currentToken() == JsonToken.VALUE_STRING ? "\"" : "";
          values.put(
              parser.getParsingContext().pathAsPointer().toString(),
              quote + parser.getText() + quote);
        }
      }
    }
    return values;
  }

  private static String documented() throws IOException {
    try (InputStream in = TriggerTest.class.getResourceAsStream("/object-created.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theShapeIsTheDocumentedOne() throws IOException {
    ObjectCreated event =
        new ObjectCreated(
            UUID.fromString("17793124-05d4-b198-2fde-7ededc63b103"),
            Instant.parse("2021-11-12T00:00:00Z"),
            "ca-central-1",
            "111122223333",
            "amzn-s3-demo-bucket1",
            "example-key",
            5,
            "b1946ac92492d2347c6235b4d2611184",
            Optional.of("IYV3p45BT0ac8hjHg1houSdS1a.Mro8e"));
    Map<String, String> expected = values(documented());
    Map<String, String> actual = values(event.event());
    assertEquals(expected.keySet().stream().toList(), actual.keySet().stream().toList());
    assertTrue(actual.get("/detail/object/sequencer").matches("\"[0-9a-f]{16}\""));
    assertTrue(actual.get("/detail/request-id").matches("\"[0-9A-Z]{16}\""));
    assertTrue(actual.get("/detail/requester").matches("\"\\d{12}\""));
    for (String ours :
        new String[] {"object/sequencer", "request-id", "requester", "source-ip-address"}) {
      expected.remove("/detail/" + ours);
      actual.remove("/detail/" + ours);
    }
    assertEquals(expected, actual);
  }

  @Test
  void withoutAStoreItSaysWhatTheFlagsSay() throws IOException {
    Ran ran =
        run(
            "--bucket=my-bucket",
            "--key=raw/a b+c.csv",
            "--size=7",
            "--s3-region=eu-west-1",
            "--account=000000000001");
    Map<String, String> values = values(ran.out());
    assertEquals("", ran.err());
    assertEquals("\"" + ID + "\"", values.get("/id"));
    assertEquals("\"2026-03-04T05:06:07Z\"", values.get("/time"));
    assertEquals("\"arn:aws:s3:::my-bucket\"", values.get("/resources/0"));
    assertEquals(
        "\"raw/a b+c.csv\"", values.get("/detail/object/key"), "as it is, not URL-encoded");
    assertEquals("7", values.get("/detail/object/size"));
    assertEquals("\"eu-west-1\"", values.get("/region"));
    assertEquals("\"000000000001\"", values.get("/account"));
    assertTrue(!values.containsKey("/detail/object/version-id"), "only versioned buckets have it");
  }

  @Test
  void withAStoreItLooksAtTheObject() throws IOException {
    Files.createDirectories(folder.resolve("data/raw"));
    Files.writeString(folder.resolve("data/raw/sales.csv"), "12345");
    Map<String, String> values = values(run("--store=" + folder, "--bucket=my-bucket").out());
    assertEquals("\"data/raw/sales.csv\"", values.get("/detail/object/key"));
    assertEquals("5", values.get("/detail/object/size"));
    assertEquals(
        "\"5994471abb01112afcc18159f6cc74b4f511b99806da59b3caf5a9c173cacfc5\"",
        values.get("/detail/object/etag"));
  }

  @Test
  void anObjectThatIsNotThereIsBadUsage() {
    Ran ran = run("--store=" + folder, "--bucket=my-bucket");
    assertEquals(2, ran.code());
    assertTrue(
        ran.err().contains("there is no object data/raw/sales.csv in file:" + folder), ran.err());
    assertEquals("", ran.out());
  }

  @Test
  void theEntryForPutEventsHoldsTheSameDetailUnderOurSource() throws IOException {
    Map<String, String> event = values(run("--bucket=my-bucket").out());
    String entries = run("--bucket=my-bucket", "--put-entry").out();
    Map<String, String> entry = values(entries);
    assertEquals(
        List.of("/0/Time", "/0/Source", "/0/Resources/0", "/0/DetailType", "/0/Detail"),
        entry.keySet().stream().toList());
    assertEquals("\"shelfcast\"", entry.get("/0/Source"));
    assertEquals("\"Object Created\"", entry.get("/0/DetailType"));
    String detail = entry.get("/0/Detail");
    Map<String, String> details = new LinkedHashMap<>();
    values(detail.substring(1, detail.length() - 1))
        .forEach((path, value) -> details.put("/detail" + path, value));
    event.keySet().removeIf(path -> !path.startsWith("/detail/"));
    assertEquals(event, details);
  }

  @Test
  void aBucketThatIsNotTheStoresIsRefused() {
    Ran ran = run("--store=s3://my-bucket/shop", "--bucket=another");
    assertEquals(2, ran.code());
    assertEquals(
        "shelfcast-trigger: --bucket has the value \"another\", but must be that of --store,"
            + " my-bucket\n",
        ran.err());
  }

  @Test
  void aKeyThatNoStoreCanHoldIsBadUsage() {
    Ran ran = run("--store=" + folder, "--bucket=my-bucket", "--key=/data/raw/sales.csv");
    assertEquals(2, ran.code(), ran.err());
    assertTrue(
        ran.err()
            .startsWith("shelfcast-trigger: --key has the value \"/data/raw/sales.csv\", but must"),
        ran.err());
    assertTrue(ran.err().contains("it starts with a slash"), ran.err());
  }

  @Test
  void badNamesAreRefused() {
    assertTrue(run().err().startsWith("shelfcast-trigger: --bucket is needed: "), run().err());
    assertEquals(2, run().code());
    assertTrue(run("--bucket=My_Bucket").err().contains("as S3 names buckets"));
    assertTrue(run("--bucket=my-bucket", "--account=12").err().contains("but must be 12 digits"));
    assertEquals(2, run("--bucket=my-bucket", "--account=12").code());
  }
}
