package shelfcast.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import shelfcast.testing.Result;
import shelfcast.testing.S3Server;
import shelfcast.testing.Sales;
import shelfcast.testing.Server;

/** What {@code shelfcast-train} reads and writes. */
@Execution(ExecutionMode.CONCURRENT)
class TrainTest {
  @TempDir private Path temporary;

  @Test
  void publishesIntoAFolder() throws IOException {
    publishes(Depot.folder(temporary.resolve("store")));
  }

  @Test
  void publishesIntoABucket() throws Exception {
    try (S3Server server = S3Server.start("sales");
        var bucket = new Bucket(server, "sales", "")) {
      publishes(bucket);
    }
  }

  /** From nothing to a served prediction, with every key that the design names. */
  private static void publishes(Depot depot) throws IOException {
    JsonNode printed = Depot.parse(depot.train());
    String version = printed.path("version").asText();
    assertTrue(version.matches(Depot.VERSION), version);
    assertEquals("promoted", printed.path("outcome").asText());

    byte[] sales = depot.get(Depot.SALES);
    JsonNode current = depot.json(Depot.CURRENT);
    String bundle = "models/" + version + "/";
    String features = "features/" + Depot.sha256(sales) + ".csv.gz";
    assertEquals(
        Set.of(
            Depot.SALES,
            features,
            bundle + "model.safetensors",
            bundle + "manifest.json",
            bundle + "report.html",
            "context/" + current.path("context").asText() + ".bin",
            Depot.CURRENT),
        depot.keys().collect(Collectors.toSet()));
    assertEquals(1, current.path("format").asInt());
    assertEquals(version, current.path("version").asText());
    assertEquals(
        Depot.sha256(depot.get(bundle + "manifest.json")),
        current.path("manifest_sha256").asText());
    assertFalse(current.path("pinned").asBoolean(true));
    assertTrue(current.path("history").isEmpty());

    JsonNode manifest = depot.manifest(version);
    JsonNode data = manifest.path("data");
    assertEquals(Depot.sha256(sales), data.path("sha256").asText());
    assertTrue(data.path("uri").asText().endsWith("/" + Depot.SALES), data.toString());
    assertEquals(180, data.path("rows").asInt());
    assertEquals("2024-01-01", data.path("first_date").asText());
    assertEquals("2024-06-28", data.path("last_date").asText());
    for (String name : List.of("model.safetensors", "report.html")) {
      JsonNode file = manifest.path("files").path(name);
      assertEquals(Depot.sha256(depot.get(bundle + name)), file.path("sha256").asText());
      assertEquals(depot.get(bundle + name).length, file.path("size").asInt());
    }
    assertEquals(expectedFeatures(text(sales)), unzipped(depot.get(features)));

    try (Server server = depot.serveReady()) {
      var answer = server.post("/predict", "{\"lag_1\":300,\"rolling_mean_7\":300}");
      assertEquals(200, answer.statusCode(), answer.body());
      assertEquals(version, answer.headers().firstValue("X-Model-Version").orElseThrow());
    }
  }

  /** What pandas makes of a series: {@code shift(1)} and {@code shift(1).rolling(7).mean()}. */
  private static String expectedFeatures(String csv) {
    List<String[]> rows = csv.lines().skip(1).map(line -> line.split(",")).toList();
    double[] sales = rows.stream().mapToDouble(row -> Double.parseDouble(row[1])).toArray();
    return "date,series_id,lag_1,rolling_mean_7,sales\n"
        + IntStream.range(7, sales.length)
            .mapToObj(day ->
                "%s,all,%s,%s,%s\n"
                    .formatted(
                        rows.get(day)[0],
                        text(sales[day - 1]),
                        text(IntStream.range(day - 7, day).mapToDouble(i -> sales[i]).sum() / 7),
                        text(sales[day])))
            .collect(Collectors.joining());
  }

  private static String text(double number) {
    return Float.toString((float) number).replaceAll("\\.0$", "");
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static String unzipped(byte[] gzip) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return text(in.readAllBytes());
    }
  }

  @Test
  void readsDataInPlaceAndMovesFeatures() {
    Depot depot = Depot.folder(temporary.resolve("store"));
    Path sales = Sales.write(temporary.resolve("my sales.csv"), Sales.csv(60));
    Path features = temporary.resolve("features elsewhere");
    depot.runs(
        "shelfcast-train",
        "--data",
        sales.toString(),
        "--features",
        "file:" + features,
        "--epochs",
        "1");
    assertEquals(
        Set.of("models", "context"),
        depot.keys().map(key -> key.split("/")[0]).collect(Collectors.toSet()));
    assertEquals(
        List.of(Depot.sha256(Sales.csv(60).getBytes(StandardCharsets.UTF_8)) + ".csv.gz"),
        Depot.folder(features).keys().toList());
    String uri = depot.manifest(depot.champion()).path("data").path("uri").asText();
    assertTrue(uri.startsWith("file:") && uri.contains("my"), uri);
  }

  @Test
  void aFlagCountsBeforeAVariableBeforeTheFileBeforeTheDefault() {
    Depot depot = Depot.folder(temporary.resolve("store"));
    depot.put(Depot.SALES, Sales.csv(60));
    Path config =
        Sales.write(
            temporary.resolve("config.json"),
            """
            // What we have agreed on.
            {
              "epochs": 2,   // quick
              "hidden": 9,
              "window": 8
            }
            """);
    Result result =
        depot
            .command("shelfcast-train", "--config", config.toString(), "--window", "6")
            .with("SHELFCAST_WINDOW", "7")
            .with("SHELFCAST_HIDDEN", "5")
            .run();
    assertEquals(0, result.exit(), result.err());
    JsonNode inForce = depot.manifest(depot.champion()).path("config");
    assertEquals("6", inForce.path("window").asText());
    assertEquals("5", inForce.path("hidden").asText());
    assertEquals("2", inForce.path("epochs").asText());
    assertEquals("28", inForce.path("holdout").asText());
  }

  @Test
  void acceptsTheConfigurationOfTheRepository() {
    Depot depot = Depot.folder(temporary.resolve("store"));
    depot.put(Depot.SALES, Sales.csv(60));
    depot.runs("shelfcast-train", "--config", "config/pipeline.json", "--epochs", "1");
    assertTrue(depot.champion().matches(Depot.VERSION));
  }

  @Test
  void learnsAWeeklyPanelWithCovariates() {
    Depot depot = Depot.folder(temporary.resolve("store"));
    depot.put(Depot.SALES, weekly());
    depot.runs(
        "shelfcast-train",
        "--frequency",
        "weekly",
        "--series-columns",
        "store,item",
        "--known",
        "promo",
        "--past",
        "visitors",
        "--static",
        "town",
        "--epochs",
        "2");
    JsonNode manifest = depot.manifest(depot.champion());
    assertEquals(3, manifest.path("data").path("series").asInt());
    assertEquals("weekly", manifest.path("config").path("frequency").asText());
    JsonNode scalers = manifest.path("scalers").path("next_day").path("series");
    assertEquals(3, scalers.size(), scalers.toString());
    String series = scalers.fieldNames().next();
    try (Server server = depot.serveReady()) {
      String body = "{\"lag_1\":50,\"rolling_mean_7\":50,\"series_id\":\"%s\"}";
      assertEquals(200, server.post("/predict", body.formatted(series)).statusCode());
      assertEquals(422, server.post("/predict", body.formatted("none")).statusCode());
    }
  }

  /** 60 weeks of three series, then two weeks whose promotions alone are known. */
  private static String weekly() {
    StringBuilder csv = new StringBuilder("date,store,item,town,promo,visitors,sales\n");
    for (int item = 0; item < 3; item++) {
      for (int week = 0; week < 62; week++) {
        LocalDate date = Sales.START.plusWeeks(week);
        int promo = week % 9 == 0 ? 1 : 0;
        int sales = 40 + 10 * item + 15 * promo + week * 7 % 13;
        String sold = week < 60 ? 300 + week + "," + sales : ",";
        csv.append("%s,north,i%d,Oslo,%d,%s\n".formatted(date, item, promo, sold));
      }
    }
    return csv.toString();
  }

  @Test
  void tellsHowFarItIsInLinesForMachines() {
    Depot depot = Depot.folder(temporary.resolve("store"));
    depot.put(Depot.SALES, Sales.csv(60));
    Result result = depot.run("shelfcast-train", "--epochs", "2");
    Map<String, JsonNode> last =
        result
            .err()
            .lines()
            .filter(line -> line.startsWith("{"))
            .map(Depot::parse)
            .filter(event -> event.path("event").asText().equals("progress"))
            .collect(Collectors.toMap(event -> event.path("task").asText(), e -> e, (a, b) -> b));
    assertEquals(Set.of("judging", "training"), new TreeSet<>(last.keySet()));
    last.values()
        .forEach(event -> assertEquals(event.path("total").asInt(), event.path("done").asInt()));
    assertEquals(1, result.out().lines().count(), result.out());
  }
}
