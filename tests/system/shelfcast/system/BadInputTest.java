package shelfcast.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shelfcast.testing.Command;
import shelfcast.testing.Result;
import shelfcast.testing.Sales;
import shelfcast.testing.Server;

/**
 * What a user gets wrong, or a machine: one clear message, the exit code that the manual names,
 * nothing published and nothing lost.
 */
@Execution(ExecutionMode.CONCURRENT)
class BadInputTest {
  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final int BAD_DATA = 3;
  private static final int STORE = 5;

  @TempDir private Path temporary;
  private Depot depot;
  private String champion;
  private SortedMap<String, String> before;

  @BeforeEach
  void aStoreWithAChampion() {
    depot = Depot.withChampion(temporary.resolve("store"));
    champion = depot.champion();
    before = depot.digests();
  }

  @Test
  void aMissingFile() {
    String file = temporary.resolve("sales.csv").toString();
    refuses(USAGE, train(file), file, "shelfcast-datagen");
  }

  @Test
  void anEmptyFile() {
    refusesSales("", "sales.csv", "empty", "date,sales");
  }

  @Test
  void aHeaderWithoutTheColumns() {
    refusesSales(
        Sales.csv(60).replace("date,sales", "day,units"),
        "sales.csv, line 1",
        "column date",
        "--date-column day",
        "column sales",
        "--sales-column units");
  }

  @Test
  void aNegativeSale() {
    refusesLine(20, row -> row.replaceAll(",.*", ",-5"), "column sales", "\"-5\"", "--returns");
  }

  @Test
  void aSaleThatIsNoNumber() {
    refusesLine(
        31, row -> row.replaceAll(",.*", ",many"), "column sales", "\"many\"", "not a number");
  }

  @Test
  void aDateThatIsThereTwice() {
    refusesSales(
        Sales.csv(60) + "2024-01-09,7\n",
        "sales.csv, line 62",
        "column date",
        "\"2024-01-09\"",
        "line 10");
  }

  @Test
  void fewerThanThirtyDates() {
    refusesSales(Sales.csv(29), "sales.csv", "29 dates", "30");
  }

  @Test
  void everyBadRowIsNamedUpToTwenty() {
    Result result = refusesSales(Sales.csv(60).replace(",", ",x").replace("xs", "s"), "x");
    assertEquals(20, result.err().lines().filter(line -> line.contains("not a number")).count());
    assertTrue(result.err().contains("40 more"), result.err());
  }

  @Test
  void anUnknownKeyInTheConfiguration() {
    Path config = Sales.write(temporary.resolve("config.json"), "{\n  \"epoch\": 3\n}\n");
    refuses(
        USAGE,
        depot.run("shelfcast-train", "--config", config.toString()),
        config + ":2",
        "\"epoch\"",
        "\"epochs\"");
  }

  @Test
  void aConfigurationThatIsNotThere() {
    String config = temporary.resolve("config.json").toString();
    refuses(USAGE, depot.run("shelfcast-train", "--config", config), "--config", config);
  }

  @Test
  void anUnknownVariable() {
    refuses(
        USAGE,
        depot.command("shelfcast-train").with("SHELFCAST_EPOCH", "3").run(),
        "SHELFCAST_EPOCH;",
        "SHELFCAST_EPOCHS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"shelfcast-train --epoch --epochs", "shelfcast-serve --prot --port"})
  void anUnknownFlag(String words) {
    String[] word = words.split(" ");
    refuses(USAGE, depot.run(word[0], word[1], "3"), word[1], word[2], "--help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"shelfcast-datagen", "shelfcast-train", "shelfcast-model list"})
  void aFileWhereTheStoreShouldBe(String words) throws IOException {
    Path file = Sales.write(temporary.resolve("file"), "not a folder\n");
    String sales = Sales.write(temporary.resolve("sales.csv"), Sales.csv(60)).toString();
    String[] word = words.split(" ");
    Depot blocked = Depot.folder(file);
    Result result =
        switch (word[0]) {
          case "shelfcast-train" -> blocked.run(word[0], "--data", sales);
          case "shelfcast-model" -> blocked.run(word[0], word[1]);
          default -> blocked.run(word[0]);
        };
    refuses(STORE, result, file.toString(), "is a file, not a folder", "name another place");
    assertEquals("not a folder\n", Files.readString(file));
  }

  @Test
  void featuresThatCanNotBeWritten() {
    Path file = Sales.write(temporary.resolve("file"), "not a folder\n");
    String sales = Sales.write(temporary.resolve("sales.csv"), Sales.csv(60)).toString();
    refuses(
        STORE,
        depot.run("shelfcast-train", "--data", sales, "--features", file.toString()),
        file.toString(),
        "is a file, not a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"shelfcast-train", "shelfcast-model verify"})
  void anS3EndpointThatIsDown(String words) throws IOException {
    String endpoint = "http://127.0.0.1:" + closedPort();
    Command command = Command.of(words.split(" ")[0], arguments(words, endpoint));
    Result result =
        command
            .with("AWS_ACCESS_KEY_ID", "key")
            .with("AWS_SECRET_ACCESS_KEY", "secret")
            .with("AWS_REGION", "us-east-1")
            .within(Duration.ofSeconds(60))
            .run();
    refuses(STORE, result, "s3://sales", endpoint, "does not answer");
  }

  private static String[] arguments(String words, String endpoint) {
    List<String> action = List.of(words.split(" ")).subList(1, words.split(" ").length);
    List<String> flags = List.of("--store", "s3://sales", "--s3-endpoint", endpoint);
    return Stream.concat(action.stream(), flags.stream()).toArray(String[]::new);
  }

  @Test
  void aCorruptBundleIsFoundAndNotPromoted() {
    damage();
    String file = champion + "/model.safetensors";
    Result verify = depot.run("shelfcast-model", "verify", champion);
    assertEquals(FAILED, verify.exit(), verify.err());
    assertTrue(verify.out().contains(file) && verify.out().contains("sha256"), verify.out());
    assertEquals(FAILED, depot.run("shelfcast-model", "verify").exit());
    refuses(FAILED, depot.run("shelfcast-model", "promote", champion), file, "sha256");
  }

  @Test
  void aManifestThatIsNoJson() {
    String manifest = "models/" + champion + "/manifest.json";
    depot.put(manifest, "{\"format\": 1, ");
    before = depot.digests();
    for (String action : List.of("show", "promote")) {
      refuses(FAILED, depot.run("shelfcast-model", action, champion), manifest, "JSON");
    }
  }

  @Test
  void aServerIsNotReadyWithACorruptChampion() {
    damage();
    try (Server server = depot.serve()) {
      says(server, "model.safetensors");
      assertEquals(200, server.get("/health").statusCode());
      assertEquals(503, server.get("/ready").statusCode());
      assertEquals(
          503, server.post("/predict", "{\"lag_1\":300,\"rolling_mean_7\":300}").statusCode());
    }
    assertEquals(before, depot.digests());
  }

  @ParameterizedTest
  @ValueSource(strings = {"verify", "promote", "rollback", "train"})
  void aPointerOfANewerFormat(String action) {
    raiseFormat(Depot.CURRENT);
    Result result =
        switch (action) {
          case "promote" -> depot.run("shelfcast-model", "promote", champion);
          case "train" -> train(Sales.write(temporary.resolve("s.csv"), Sales.csv(60)).toString());
          default -> depot.run("shelfcast-model", action);
        };
    if (action.equals("verify")) { // what it finds is its result
      assertEquals(FAILED, result.exit(), result.err());
      assertTrue(result.out().contains("format 2"), result.out());
      assertEquals(before, depot.digests());
    } else {
      refuses(FAILED, result, Depot.CURRENT, "format 2", "upgrade shelfcast");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "promote", "train"})
  void aManifestOfANewerFormat(String action) {
    String manifest = "models/" + champion + "/manifest.json";
    raiseFormat(manifest);
    Result result =
        action.equals("train")
            ? train(Sales.write(temporary.resolve("s.csv"), Sales.csv(60)).toString())
            : depot.run("shelfcast-model", action, champion);
    refuses(FAILED, result, manifest, "format 2", "upgrade shelfcast");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aServerThatStartsWithANewerFormatIsNotReady(boolean pointer) {
    raiseFormat(pointer ? Depot.CURRENT : "models/" + champion + "/manifest.json");
    try (Server server = depot.serve()) {
      says(server, "upgrade shelfcast");
      assertEquals(503, server.get("/ready").statusCode());
    }
  }

  @Test
  void aServerThatRunsKeepsWhatItHasWhenANewerFormatComes() {
    try (Server server = depot.serveReady()) {
      raiseFormat(Depot.CURRENT);
      says(server, "format 2");
      assertEquals(
          champion, server.get("/ready").headers().firstValue("X-Model-Version").orElseThrow());
    }
  }

  /** Waits until a server has said something. */
  private static void says(Server server, String part) {
    while (!server.running().err().contains(part)) {
      Thread.onSpinWait();
    }
  }

  private Result train(String data) {
    return depot.run("shelfcast-train", "--data", data, "--epochs", "1");
  }

  private Result refusesLine(int line, UnaryOperator<String> change, String... parts) {
    List<String> lines = new ArrayList<>(Sales.csv(60).lines().toList());
    lines.set(line - 1, change.apply(lines.get(line - 1)));
    Result result = refusesSales(String.join("\n", lines) + "\n", parts);
    assertTrue(result.err().contains("sales.csv, line " + line + ","), result.err());
    return result;
  }

  private Result refusesSales(String csv, String... parts) {
    Path file = Sales.write(temporary.resolve("sales.csv"), csv);
    return refuses(BAD_DATA, train(file.toString()), parts);
  }

  /**
   * Holds that a program ended with one message, which has all parts, and left the store alone.
   *
   * @return the same result
   */
  private Result refuses(int exit, Result result, String... parts) {
    assertEquals(exit, result.exit(), result.err());
    assertEquals("", result.out());
    List<String> messages =
        result.err().lines().filter(line -> !line.startsWith("WARNING: Using incubator")).toList();
    assertTrue(messages.getFirst().startsWith("shelfcast-"), result.err());
    assertEquals(
        1, messages.stream().filter(line -> line.startsWith("shelfcast-")).count(), result.err());
    for (String part : parts) {
      assertTrue(result.err().contains(part), () -> part + " is not in: " + result.err());
    }
    assertFalse(result.err().contains("\tat "), result.err());
    assertFalse(result.err().contains("Exception"), result.err());
    assertEquals(before, depot.digests());
    return result;
  }

  private void damage() {
    String key = "models/" + champion + "/model.safetensors";
    byte[] weights = depot.get(key);
    weights[weights.length / 2] ^= 1;
    depot.put(key, weights);
    before = depot.digests();
  }

  private void raiseFormat(String key) {
    String json = new String(depot.get(key), StandardCharsets.UTF_8);
    String newer = json.replace("\"format\" : 1", "\"format\" : 2");
    assertFalse(newer.equals(json), json);
    depot.put(key, newer);
    before = depot.digests();
  }

  /** A port that nothing listens on. */
  private static int closedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
