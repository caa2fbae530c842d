package shelfcast.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server answers over the wire, with a champion in use. */
class HttpTest {
  private static final String GOOD = "{\"lag_1\":300,\"rolling_mean_7\":300}";
  private static final int MIB = 1 << 20;

  @TempDir static Path folder;
  private static Shop shop;
  private static Service service;
  private static String version;
  private static int port;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    shop = new Shop(folder.resolve("store"));
    version = shop.promote(1);
    service = shop.open();
    port = service.port();
  }

  @AfterAll
  static void close() {
    service.close();
    shop.close();
  }

  private static Answer post(String headers, byte[] body) throws IOException {
    return Connection.ask(port, "POST", "/predict", headers, body);
  }

  private static void assertProblem(int status, Answer answer) {
    assertEquals(status, answer.status(), answer::toString);
    assertEquals("application/problem+json", answer.header("Content-Type"));
    assertEquals(Integer.toString(status), answer.at("/status"));
    assertTrue(answer.at("/type").startsWith("urn:shelfcast:problem:"), answer::body);
    assertFalse(answer.at("/title").isEmpty());
    assertFalse(answer.at("/detail").isEmpty());
    assertEquals(answer.header("X-Request-ID"), answer.at("/request_id"));
    assertEquals("[", answer.at("/errors"));
  }

  @Test
  void predictsWhatTheChampionPredicts() throws IOException {
    Answer answer = Connection.predict(port, GOOD);
    assertEquals(200, answer.status(), answer::toString);
    assertEquals("application/json", answer.header("Content-Type"));
    assertEquals(shop.expected(300, 300), Double.parseDouble(answer.at("/prediction")), 0);
    assertEquals(version, answer.header("X-Model-Version"));
    assertEquals(answer.header("X-Request-ID"), answer.at("/request_id"));
    assertTrue(answer.body().matches(".*\"processing_time\":\\d+\\.\\d{6}}"), answer::body);
    assertTrue(answer.header("X-Process-Time").matches("\\d+\\.\\d{6}"));
  }

  @Test
  void predictsForASeriesOnItsOwnScale() throws IOException {
    String ofMilk = GOOD.replace("}", ",\"series_id\":\"milk\"}");
    Answer answer = Connection.predict(port, ofMilk);
    assertEquals(200, answer.status(), answer::toString);
    assertNotEquals(Connection.predict(port, GOOD).at("/prediction"), answer.at("/prediction"));
  }

  @Test
  void refusesASeriesThatTheModelDoesNotKnow() throws IOException {
    Answer answer =
        Connection.predict(port, GOOD.replace("}", ",\"series_id\":\"\\ud800 be\\u00efge\"}"));
    assertProblem(422, answer);
    assertEquals("/series_id", answer.at("/errors/0/pointer"));
    assertTrue(answer.at("/errors/0/detail").contains("\uFFFD beïge"), answer::body);
  }

  @Test
  void predictsAFiniteNumberForTheLargestInput() throws IOException {
    Answer answer = Connection.predict(port, "{\"lag_1\":1.7e308,\"rolling_mean_7\":1.7e308}");
    assertEquals(200, answer.status(), answer::toString);
    assertTrue(Double.isFinite(Double.parseDouble(answer.at("/prediction"))), answer::body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/ready", "/model", "/metrics", "/", "/page/app.js"})
  void answersGetAndHead(String path) throws IOException {
    Answer get = Connection.get(port, path);
    Answer head = Connection.ask(port, "HEAD", path, "", new byte[0]);
    assertEquals(200, get.status());
    assertEquals(200, head.status());
    assertEquals(get.header("Content-Type"), head.header("Content-Type"));
    for (Answer answer : new Answer[] {get, head}) {
      assertEquals(version, answer.header("X-Model-Version"));
      assertFalse(answer.header("X-Request-ID").isEmpty());
      assertTrue(Double.parseDouble(answer.header("X-Process-Time")) >= 0);
    }
  }

  @Test
  void saysOnHealthThatAllIsWell() throws IOException {
    assertEquals(
        "{\"status\":\"ok\",\"model_version\":\"%s\",\"fallback\":false,\"pinned\":false}"
            .formatted(version),
        Connection.get(port, "/health").body());
  }

  @Test
  void showsTheManifestOfTheModelInUse() throws IOException {
    Answer answer = Connection.get(port, "/model");
    assertEquals(version, answer.at("/model_version"));
    assertEquals("true", answer.at("/beats_baseline"));
    assertEquals(version, answer.at("/manifest/version"));
    assertEquals("2025-06-30", answer.at("/manifest/data/last_date"));
  }

  @Test
  void countsWhatItAnswers() throws IOException {
    Connection.predict(port, GOOD);
    Connection.ask(port, "BREW", "/nowhere", "", new byte[0]);
    // A client may have its answer a moment before it is counted: until this is the only request.
    String metrics;
    do {
      metrics = Connection.get(port, "/metrics").body();
    } while (!metrics.contains("\nshelfcast_http_requests_in_flight 1.0"));
    assertTrue(
        metrics.matches(
            "(?s).*\nshelfcast_http_requests_total"
                + "\\{method=\"POST\",route=\"/predict\",status=\"200\"} [1-9].*"),
        metrics);
    assertTrue(
        metrics.contains(
            "\nshelfcast_http_requests_total{method=\"other\",route=\"other\",status=\"404\"} 1"),
        metrics);
    assertTrue(metrics.contains("\nshelfcast_model_info{version=\"" + version + "\"} 1"), metrics);
    assertTrue(
        metrics.contains("\nshelfcast_http_request_duration_seconds_bucket{route=\"/predict\",le="),
        metrics);
  }

  @Test
  void allowsThePageNothingFromElsewhere() throws IOException {
    Answer page = Connection.get(port, "/");
    assertTrue(page.header("Content-Security-Policy").startsWith("default-src 'self';"));
    assertFalse(page.body().contains("style="), "an inline style");
    assertFalse(page.body().matches("(?s).*<script(?! type=\"module\" src=\"/page/).*"));
  }

  @Test
  void namesWhatThereIsForAWrongPath() throws IOException {
    Answer answer = Connection.get(port, "/predictions");
    assertProblem(404, answer);
    assertTrue(answer.at("/detail").contains("POST /predict"), answer::body);
    assertProblem(404, Connection.ask(port, "POST", "/forecast", "", new byte[0]));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /predict, POST", "HEAD, /predict, POST", "PUT, /predict, POST",
    "POST, /health, 'GET, HEAD'", "DELETE, /, 'GET, HEAD'", "OPTIONS, /model, 'GET, HEAD'"
  })
  void saysWhichMethodsAPathTakes(String method, String path, String allowed) throws IOException {
    Answer answer = Connection.ask(port, method, path, "", new byte[0]);
    assertEquals(405, answer.status());
    assertEquals(allowed, answer.header("Allow"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "7f3e-4.b_C", "0123456789abcdef0123456789abcdef"})
  void repeatsTheCallersRequestId(String id) throws IOException {
    Answer answer = post("X-Request-ID: " + id + "\r\n", "{".getBytes(StandardCharsets.UTF_8));
    assertProblem(400, answer);
    assertEquals(id, answer.header("X-Request-ID"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "<script>", "ä", "{}", "a\"b"})
  void givesANewIdForOneThatIsNotAToken(String id) throws IOException {
    Answer answer = post("X-Request-ID: " + id + "\r\n", GOOD.getBytes(StandardCharsets.UTF_8));
    assertEquals(200, answer.status());
    assertTrue(answer.header("X-Request-ID").matches("[0-9a-f]{32}"), answer::toString);
  }

  @Test
  void givesANewIdForOneThatIsTooLong() throws IOException {
    String longest = "x".repeat(128);
    assertEquals(
        longest,
        Connection.ask(port, "GET", "/health", "X-Request-ID: " + longest + "\r\n", new byte[0])
            .header("X-Request-ID"));
    assertEquals(
        32,
        Connection.ask(port, "GET", "/health", "X-Request-ID: " + longest + "x\r\n", new byte[0])
            .header("X-Request-ID")
            .length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON; charset=utf-8",
        "application/json;charset=\"UTF-8\"",
        "application/x-www-form-urlencoded"
      })
  void readsJson(String type) throws IOException {
    byte[] body = GOOD.getBytes(StandardCharsets.UTF_8);
    assertEquals(200, post("Content-Type: " + type + "\r\n", body).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: text/plain",
        "Content-Type: application/xml",
        "Content-Type: multipart/form-data; boundary=x",
        "Content-Type: application/json; charset=iso-8859-1",
        "Content-Type: ;",
        "Content-Encoding: gzip"
      })
  void readsNothingElse(String header) throws IOException {
    assertProblem(415, post(header + "\r\n", GOOD.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void readsABodyOfOneMebibyteAndNotOneByteMore() throws IOException {
    String padded = GOOD + " ".repeat(MIB - GOOD.length());
    assertEquals(200, Connection.predict(port, padded).status());
    assertProblem(413, Connection.predict(port, padded + " "));
  }

  @Test
  void stopsReadingAChunkedBodyAtOneMebibyte() throws IOException {
    try (Connection connection = new Connection(port)) {
      connection.send("POST /predict HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n");
      connection.send(
          Integer.toHexString(MIB + 1) + "\r\n" + " ".repeat(MIB + 1) + "\r\n0\r\n\r\n");
      assertProblem(413, connection.answer("POST"));
      connection.send("GET /ready HTTP/1.1\r\nHost: here\r\n\r\n");
      assertEquals(200, connection.answer("GET").status(), "the connection goes on");
    }
  }

  @Test
  void readsABodyInChunks() throws IOException {
    try (Connection connection = new Connection(port)) {
      connection.send("POST /predict HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n");
      for (char c : GOOD.toCharArray()) {
        connection.send("1\r\n" + c + "\r\n");
      }
      connection.send("0\r\n\r\n");
      assertEquals(200, connection.answer("POST").status());
    }
  }

  @Test
  void refusesABodyThatEndsEarly() throws IOException {
    try (Connection connection = new Connection(port)) {
      connection.send("POST /predict HTTP/1.1\r\nHost: here\r\nContent-Length: 30\r\n\r\n{");
      connection.sendNoMore();
      assertProblem(400, connection.answer("POST"));
    }
  }

  @Test
  void outlivesChunksThatAreNone() throws IOException {
    try (Connection connection = new Connection(port)) {
      connection.send("POST /predict HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n");
      connection.send("zz\r\n{}\r\n");
      assertTrue(connection.isOver());
    }
    assertEquals(200, Connection.predict(port, GOOD).status());
  }

  @Test
  void invitesABodyThatWaitsForIt() throws IOException {
    try (Connection connection = new Connection(port)) {
      connection.send(
          "POST /predict HTTP/1.1\r\nHost: here\r\nExpect: 100-continue\r\nContent-Length: "
              + GOOD.length()
              + "\r\n\r\n");
      assertEquals(100, connection.answer("POST").status());
      connection.send(GOOD);
      assertEquals(200, connection.answer("POST").status());
    }
  }

  @Test
  void refusesATooLargeBodyBeforeItIsSent() throws IOException {
    try (Connection connection = new Connection(port)) {
      connection.send(
          "POST /predict HTTP/1.1\r\nHost: here\r\nExpect: 100-continue\r\n"
              + "Content-Length: 99999999\r\n\r\n");
      assertProblem(413, connection.answer("POST"));
    }
  }

  @Test
  void answersRequestsSentInOneGo() throws IOException {
    String one =
        "POST /predict HTTP/1.1\r\nHost: here\r\nContent-Length: "
            + GOOD.length()
            + "\r\n\r\n"
            + GOOD;
    try (Connection connection = new Connection(port)) {
      connection.send(one + one + "GET /nowhere HTTP/1.1\r\nHost: here\r\n\r\n" + one);
      assertEquals(200, connection.answer("POST").status());
      assertEquals(200, connection.answer("POST").status());
      assertEquals(404, connection.answer("GET").status());
      assertEquals(200, connection.answer("POST").status());
    }
  }

  @Test
  void givesUpOnABodyThatDoesNotCome() throws IOException, InterruptedException {
    try (Service hasty = shop.open(Duration.ofMillis(50));
        Connection connection = new Connection(hasty.port())) {
      connection.send("POST /predict HTTP/1.1\r\nHost: here\r\nContent-Length: 30\r\n\r\n{");
      assertProblem(408, connection.answer("POST"));
    }
  }

  @Test
  void saysNothingAboutItsSoftware() throws IOException {
    Map<String, String> headers = Connection.get(port, "/health").headers();
    assertFalse(headers.containsKey("server"), headers::toString);
    assertFalse(headers.containsKey("x-powered-by"), headers::toString);
  }
}
