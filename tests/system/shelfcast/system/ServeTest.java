package shelfcast.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import shelfcast.testing.Command;
import shelfcast.testing.Result;
import shelfcast.testing.Server;

/** {@code shelfcast-serve} as a user starts it. */
@Timeout(120)
class ServeTest {
  private static final String GOOD = "{\"lag_1\": 300, \"rolling_mean_7\": 300}";

  @TempDir private Path folder;

  private Server serve(String... more) {
    return Command.of(
            "shelfcast-serve",
            Stream.concat(
                    Stream.of("--store", "file:" + folder.resolve("store"), "--poll", "0.1"),
                    Stream.of(more))
                .toArray(String[]::new))
        .serve();
  }

  private static Result shell(String line) {
    return Command.ofWords(List.of("sh", "-c", line)).run();
  }

  private static String modelVersion(HttpResponse<String> answer) {
    return answer.headers().firstValue("X-Model-Version").orElseThrow();
  }

  @Test
  void answersTheSeedsTwoLinesAsTheyStand() {
    boolean curl =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "curl")));
    assumeTrue(curl, "curl is not installed");
    try (Server server = serve()) {
      assertEquals(8000, server.port(), "the lines name port 8000, which must be free");
      Result health = shell("curl http://localhost:8000/health");
      assertEquals(0, health.exit(), health.err());
      assertTrue(health.out().startsWith("{\"status\":\"fallback\""), health.out());
      Result prediction =
          shell(
              "curl -X POST http://localhost:8000/predict -d '{\"lag_1\": 300, \"rolling_mean_7\":"
                  + " 300}'");
      assertEquals(0, prediction.exit(), prediction.err());
      assertTrue(prediction.out().startsWith("{\"prediction\":300.0,"), prediction.out());
    }
  }

  @Test
  void takesUpTheModelThatIsTrainedWhileItRuns() {
    String store = "file:" + folder.resolve("store");
    try (Server server = serve("--port", "0")) {
      assertEquals("fallback", modelVersion(server.post("/predict", GOOD)));
      Result data = Command.of("shelfcast-datagen", "--store", store).run();
      assertEquals(0, data.exit(), data.err());
      Result training =
          Command.of("shelfcast-train", "--store", store, "--models", "next-day").run();
      assertEquals(0, training.exit(), training.err());
      while (modelVersion(server.get("/ready")).equals("fallback")) {
        Thread.onSpinWait();
      }
      HttpResponse<String> answer = server.post("/predict", GOOD);
      assertEquals(200, answer.statusCode(), answer.body());
      assertTrue(server.get("/model").body().contains(modelVersion(answer)));
    }
  }

  @Test
  void saysOneLineAndEndsWithZeroWhenToldTo() {
    try (Server server = serve("--port", "0")) {
      Result end = server.stop();
      assertEquals(0, end.exit(), end.err());
      assertEquals("{\"listening\":" + server.port() + "}", end.out().strip());
    }
  }

  @Test
  void staysUpWithoutAStoreAndDoesNotGuess() throws IOException {
    Path inTheWay = Files.createFile(folder.resolve("store"));
    try (Server server = serve("--port", "0")) {
      assertEquals(200, server.get("/health").statusCode());
      assertEquals(503, server.get("/ready").statusCode());
      assertEquals(503, server.post("/predict", GOOD).statusCode());
      Files.delete(inTheWay);
      while (server.get("/ready").statusCode() == 503) {
        Thread.onSpinWait();
      }
      assertEquals(200, server.post("/predict", GOOD).statusCode());
    }
  }

  @Test
  void namesAPortThatIsTaken() {
    try (Server first = serve("--port", "0")) {
      String port = Integer.toString(first.port());
      Result second =
          Command.of("shelfcast-serve", "--store", "file:" + folder, "--port", port).run();
      assertEquals(1, second.exit(), second.err());
      assertEquals("", second.out());
      assertTrue(second.err().contains("port " + port), second.err());
      assertTrue(second.err().contains("--port"), second.err());
    }
  }
}
