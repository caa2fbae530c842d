package shelfcast.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the server follows the store, and what it does when it cannot. */
class ReloadTest {
  private static final String GOOD = "{\"lag_1\":321,\"rolling_mean_7\":300}";

  @TempDir Path folder;
  private Path root;
  private Shop shop;

  @BeforeEach
  void openShop() {
    root = folder.resolve("store");
    shop = new Shop(root);
  }

  @AfterEach
  void closeShop() {
    shop.close();
  }

  private void assertAnswersFrom(String version, Service service) throws IOException {
    Answer answer = Connection.predict(service.port(), GOOD);
    assertEquals(200, answer.status(), answer::toString);
    assertEquals(version, answer.header("X-Model-Version"));
    assertEquals(200, Connection.get(service.port(), "/ready").status());
  }

  private static void assertWaits(Service service) throws IOException {
    Answer answer = Connection.predict(service.port(), GOOD);
    assertEquals(503, answer.status(), answer::toString);
    assertEquals("none", answer.header("X-Model-Version"));
    assertEquals("86400", answer.header("Retry-After"));
    assertEquals(503, Connection.get(service.port(), "/ready").status());
    assertEquals(503, Connection.get(service.port(), "/model").status());
    assertEquals("waiting", health(service).at("/status"));
  }

  private static Answer health(Service service) throws IOException {
    Answer health = Connection.get(service.port(), "/health");
    assertEquals(200, health.status());
    return health;
  }

  private static String metric(Service service, String name) throws IOException {
    return Connection.get(service.port(), "/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .findFirst()
        .orElseThrow()
        .substring(name.length() + 1);
  }

  private void damage(String version) throws IOException {
    Path weights = root.resolve("models").resolve(version).resolve("model.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 1] ^= 1;
    Files.write(weights, bytes);
  }

  /** Puts a file where the store's folder should be, which no store can be read from. */
  private void hideStore() throws IOException {
    Files.move(root, folder.resolve("hidden"), StandardCopyOption.ATOMIC_MOVE);
    Files.createFile(root);
  }

  private void restoreStore() throws IOException {
    Files.delete(root);
    Files.move(folder.resolve("hidden"), root, StandardCopyOption.ATOMIC_MOVE);
  }

  @Test
  void answersLag1UntilTheStoreHasAModel() throws IOException, InterruptedException {
    try (Service service = shop.open()) {
      assertAnswersFrom("fallback", service);
      assertEquals("321.0", Connection.predict(service.port(), GOOD).at("/prediction"));
      assertEquals("true", health(service).at("/fallback"));
      assertEquals("fallback", health(service).at("/status"));
      assertEquals("true", Connection.get(service.port(), "/model").at("/fallback"));
      assertEquals("2.0", metric(service, "shelfcast_fallback_predictions_total"));

      String version = shop.promote(1);
      service.look();
      assertAnswersFrom(version, service);
      assertEquals("false", health(service).at("/fallback"));
      assertEquals("ok", health(service).at("/status"));
    }
  }

  @Test
  void takesUpEveryNewChampion() throws IOException, InterruptedException {
    String first = shop.promote(1);
    try (Service service = shop.open()) {
      assertAnswersFrom(first, service);
      String second = shop.promote(2);
      service.look();
      assertAnswersFrom(second, service);
      assertEquals(
          shop.expected(321, 300),
          Double.parseDouble(Connection.predict(service.port(), GOOD).at("/prediction")),
          0);
      assertEquals("2.0", metric(service, "shelfcast_model_reloads_total"));
    }
  }

  @Test
  void showsAPinWithoutLoadingTheModelAgain() throws IOException, InterruptedException {
    shop.promote(1);
    shop.promote(2);
    shop.registry().rollback();
    try (Service service = shop.open()) {
      assertEquals("true", health(service).at("/pinned"));
      shop.registry().unpin();
      service.look();
      assertEquals("false", health(service).at("/pinned"));
      assertEquals("1.0", metric(service, "shelfcast_model_reloads_total"));
    }
  }

  @Test
  void keepsTheModelWhenTheNextIsDamaged() throws IOException, InterruptedException {
    String first = shop.promote(1);
    try (Service service = shop.open()) {
      String second = shop.promote(2);
      damage(second);
      service.look();
      service.look();
      assertAnswersFrom(first, service);
      assertEquals("degraded", health(service).at("/status"));
      assertTrue(health(service).at("/champion_refused/reason").contains(second));
      assertEquals("1.0", metric(service, "shelfcast_model_reload_failures_total"));
      assertEquals(1, shop.journal.warnings.size(), shop.journal.warnings::toString);

      damage(second);
      service.look();
      assertAnswersFrom(second, service);
      assertEquals("ok", health(service).at("/status"));
    }
  }

  @Test
  void keepsTheModelWhenThePointerIsOfALaterFormat() throws IOException, InterruptedException {
    String first = shop.promote(1);
    try (Service service = shop.open()) {
      Path current = root.resolve("models/current.json");
      String json = Files.readString(current);
      Files.writeString(current, json.replaceFirst("\"format\" *: *1", "\"format\":99"));
      service.look();
      assertAnswersFrom(first, service);
      assertTrue(health(service).at("/champion_refused/reason").contains("format"));

      Files.writeString(current, json);
      service.look();
      assertEquals("ok", health(service).at("/status"));
    }
  }

  @Test
  void keepsTheModelWhenThePointerHasGone() throws IOException, InterruptedException {
    String first = shop.promote(1);
    try (Service service = shop.open()) {
      Files.delete(root.resolve("models/current.json"));
      service.look();
      assertAnswersFrom(first, service);
      assertTrue(health(service).at("/champion_refused/reason").contains("current.json"));
    }
  }

  @Test
  void keepsTheModelWhileTheStoreDoesNotAnswer() throws IOException, InterruptedException {
    String first = shop.promote(1);
    try (Service service = shop.open()) {
      hideStore();
      service.look();
      service.look();
      assertAnswersFrom(first, service);
      assertEquals("degraded", health(service).at("/status"));
      assertEquals("2026-03-01T12:00:00Z", health(service).at("/store_silent/since"));
      assertEquals("2.0", metric(service, "shelfcast_store_failures_total"));
      assertEquals(1, shop.journal.warnings.size(), shop.journal.warnings::toString);

      restoreStore();
      service.look();
      assertEquals("ok", health(service).at("/status"));
      assertEquals(
          List.of("model " + first + " is in use", "the store answers again"),
          shop.journal.notices);
    }
  }

  @Test
  void doesNotGuessWhenTheStoreDoesNotAnswerAtStart() throws IOException, InterruptedException {
    String version = shop.promote(1);
    hideStore();
    try (Service service = shop.open()) {
      assertWaits(service);
      restoreStore();
      service.look();
      assertAnswersFrom(version, service);
    }
  }

  @Test
  void doesNotGuessWhenTheChampionIsDamagedAtStart() throws IOException, InterruptedException {
    String version = shop.promote(1);
    damage(version);
    try (Service service = shop.open()) {
      assertWaits(service);
      assertTrue(health(service).at("/detail").contains(version));
      damage(version);
      service.look();
      assertAnswersFrom(version, service);
    }
  }

  @Test
  void refusesABadRequestBeforeItSaysThatThereIsNoModel() throws IOException, InterruptedException {
    hideEmptyStore();
    try (Service service = shop.open()) {
      assertEquals(422, Connection.predict(service.port(), "{}").status());
      assertEquals(503, Connection.predict(service.port(), GOOD).status());
    }
  }

  private void hideEmptyStore() throws IOException {
    Files.createFile(root);
  }
}
