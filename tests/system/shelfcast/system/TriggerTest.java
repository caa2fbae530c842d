package shelfcast.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shelfcast.testing.Command;
import shelfcast.testing.Result;
import shelfcast.testing.S3Server;
import shelfcast.testing.Sales;

/** {@code shelfcast-trigger}, and the training that its event starts. */
@Execution(ExecutionMode.CONCURRENT)
class TriggerTest {
  private static S3Server server;

  @TempDir private Path temporary;

  @BeforeAll
  static void startServer() throws Exception {
    server = S3Server.start("arrivals", "models");
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  private static String trigger(String... arguments) {
    Result result = Command.of("shelfcast-trigger", arguments).run();
    assertEquals(0, result.exit(), result.err());
    return result.out();
  }

  /** The S3 User Guide's "Amazon S3 event message structure" for EventBridge, field by field. */
  @Test
  void theEventHasTheFieldsOfS3s() {
    JsonNode event = Depot.parse(trigger("--bucket", "my-sales", "--key", "in/a b+c.csv"));
    assertEquals(
        List.of(
            "version",
            "id",
            "detail-type",
            "source",
            "account",
            "time",
            "region",
            "resources",
            "detail"),
        names(event));
    assertEquals("0", event.path("version").textValue());
    assertTrue(event.path("id").textValue().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
    assertEquals("Object Created", event.path("detail-type").textValue());
    assertEquals("aws.s3", event.path("source").textValue());
    assertTrue(event.path("account").textValue().matches("\\d{12}"));
    assertTrue(
        event.path("time").textValue().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
    assertEquals("us-east-1", event.path("region").textValue());
    assertEquals("[\"arn:aws:s3:::my-sales\"]", event.path("resources").toString());
    JsonNode detail = event.path("detail");
    assertEquals(
        List.of(
            "version",
            "event-version",
            "bucket",
            "object",
            "request-id",
            "requester",
            "source-ip-address",
            "reason"),
        names(detail));
    assertEquals("{\"name\":\"my-sales\"}", detail.path("bucket").toString());
    assertEquals("PutObject", detail.path("reason").textValue());
    JsonNode object = detail.path("object");
    assertEquals(List.of("key", "size", "etag", "sequencer"), names(object));
    assertEquals("in/a b+c.csv", object.path("key").textValue(), "not encoded");
    assertTrue(object.path("size").isIntegralNumber());
    assertTrue(object.path("etag").textValue().matches("[0-9a-f]{32}"));
    assertTrue(object.path("sequencer").textValue().matches("[0-9A-Fa-f]+"));
  }

  @Test
  void theEntryForPutEventsHasOurSourceAndTheDetailAsText() {
    JsonNode entries = Depot.parse(trigger("--put-entry", "--bucket", "my-sales"));
    assertTrue(entries.isArray() && entries.size() == 1, entries.toString());
    JsonNode entry = entries.get(0);
    assertEquals(List.of("Time", "Source", "Resources", "DetailType", "Detail"), names(entry));
    assertFalse(entry.path("Source").textValue().startsWith("aws."));
    assertEquals("Object Created", entry.path("DetailType").textValue());
    JsonNode detail = Depot.parse(entry.path("Detail").textValue());
    assertEquals("my-sales", detail.path("bucket").path("name").textValue());
    assertEquals(Depot.SALES, detail.path("object").path("key").textValue());
  }

  @Test
  void withoutABucketItSaysWhatIsNeeded() {
    Result result = Command.of("shelfcast-trigger").run();
    assertEquals(2, result.exit(), result.err());
    assertTrue(result.err().contains("--bucket"), result.err());
    assertEquals("", result.out());
  }

  @ParameterizedTest
  @CsvSource({"false,stdin", "true,stdin", "false,file"})
  void anEventStartsATrainingOnTheObjectThatItNames(boolean entry, String way) {
    String key = "in/sales of " + way + " + 100%25 " + entry + ".csv";
    try (var arrivals = new Bucket(server, "arrivals", "")) {
      arrivals.put(key, Sales.csv(60));
      List<String> flags = new ArrayList<>(List.of("--key", key));
      if (entry) {
        flags.add("--put-entry");
      }
      String event = arrivals.runs("shelfcast-trigger", flags.toArray(String[]::new));
      assertTrue(event.contains(Integer.toString(Sales.csv(60).length())), event);
      Depot models = Depot.folder(temporary.resolve("store"));
      boolean stdin = way.equals("stdin");
      String from = stdin ? "-" : Sales.write(temporary.resolve("event.json"), event).toString();
      Result result =
          arrivals
              .withEnvironment(
                  models
                      .command("shelfcast-train", "--event", from, "--epochs", "1")
                      .withInput(stdin ? event : ""))
              .run();
      assertEquals(0, result.exit(), result.err());
      JsonNode data = models.manifest(models.champion()).path("data");
      assertEquals("s3://arrivals/" + key, data.path("uri").textValue());
      assertEquals(Depot.sha256(arrivals.get(key)), data.path("sha256").textValue());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not JSON", "{\"detail\":{\"bucket\":{\"name\":7}}}"})
  void whatIsNoEventIsRefused(String text) {
    Depot depot = Depot.folder(temporary.resolve("store"));
    Result result = depot.command("shelfcast-train", "--event", "-").withInput(text).run();
    assertEquals(2, result.exit(), result.err());
    assertTrue(result.err().contains("--event - is no S3 \"Object Created\" event"), result.err());
    assertEquals("", result.out());
    assertEquals(0, depot.keys().count());
  }

  @Test
  void anEventThatNamesAnObjectThatIsGoneIsRefused() {
    String event = trigger("--bucket", "arrivals", "--key", "in/gone.csv");
    try (var models = new Bucket(server, "models", "")) {
      Result result = models.command("shelfcast-train", "--event", "-").withInput(event).run();
      assertEquals(2, result.exit(), result.err());
      assertTrue(result.err().contains("s3://arrivals/in/gone.csv"), result.err());
      assertEquals(0, models.keys().count());
    }
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
