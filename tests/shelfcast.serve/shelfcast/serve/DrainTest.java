package shelfcast.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the server stops. */
class DrainTest {
  private static final String BODY = "{\"lag_1\":300,\"rolling_mean_7\":300}";
  private static final String READY = "GET /ready HTTP/1.1\r\nHost: here\r\n\r\n";
  private static final String HALF =
      "POST /predict HTTP/1.1\r\nHost: here\r\nContent-Length: " + BODY.length() + "\r\n\r\n{";

  @TempDir Path folder;

  /** Sends half a request and waits until the server is busy with it. */
  private static Connection halfARequest(Service service) throws IOException {
    Connection slow = new Connection(service.port());
    slow.send(HALF);
    while (!Connection.get(service.port(), "/metrics")
        .body()
        .contains("\nshelfcast_http_requests_in_flight 2.0")) {
      Thread.onSpinWait();
    }
    return slow;
  }

  private static boolean acceptsConnections(int port) throws IOException {
    try (Connection _ = new Connection(port)) {
      return true;
    } catch (ConnectException e) {
      return false;
    }
  }

  @Test
  void letsARequestInFlightEnd() throws IOException, InterruptedException, ExecutionException {
    try (Shop shop = new Shop(folder);
        Service service = shop.open();
        Connection slow = halfARequest(service);
        ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<Boolean> drained = other.submit(() -> service.drain(Duration.ofMinutes(1)));
      while (Connection.get(service.port(), "/ready").status() == 200) {
        Thread.onSpinWait();
      }
      Answer ready = Connection.get(service.port(), "/ready");
      assertEquals(503, ready.status());
      assertEquals("close", ready.header("Connection"));
      assertEquals("draining", Connection.get(service.port(), "/health").at("/status"));
      assertFalse(drained.isDone());

      slow.send(BODY.substring(1));
      assertEquals(200, slow.answer("POST").status());
      assertTrue(drained.get());
      assertThrows(ConnectException.class, () -> new Connection(service.port()));
    }
  }

  @Test
  void answersARequestThatWasOnItsWayOnAnOpenConnection()
      throws IOException, InterruptedException, ExecutionException {
    try (Shop shop = new Shop(folder);
        Service service = shop.open();
        Connection kept = new Connection(service.port());
        ExecutorService other = Executors.newSingleThreadExecutor()) {
      kept.send(READY);
      assertEquals(200, kept.answer("GET").status());
      Future<Boolean> drained = other.submit(() -> service.drain(Duration.ofMinutes(1)));
      while (acceptsConnections(service.port())) {
        Thread.onSpinWait();
      }
      kept.send(READY);
      Answer answer = kept.answer("GET");
      assertEquals(503, answer.status());
      assertEquals("close", answer.header("Connection"));
      assertTrue(kept.isOver());
      assertTrue(drained.get());
    }
  }

  /** Several times: what XNIO's threads would complain of depends on how far they have come. */
  @RepeatedTest(10)
  void cutsOffARequestThatTakesTooLongWithoutAWord() throws IOException, InterruptedException {
    try (Complaints complaints = new Complaints();
        Shop shop = new Shop(folder);
        Service service = shop.open();
        Connection _ = halfARequest(service)) {
      assertFalse(service.drain(Duration.ofMillis(10)));
      assertEquals(List.of(), complaints.heard());
    }
  }

  @Test
  void stopsWhenNothingIsInFlight() throws IOException, InterruptedException {
    try (Shop shop = new Shop(folder);
        Service service = shop.open();
        Connection idle = new Connection(service.port())) {
      idle.send(READY);
      assertEquals(200, idle.answer("GET").status());
      assertTrue(service.drain(Duration.ofMinutes(1)));
      assertTrue(idle.isOver());
    }
  }

  @Test
  void doesNotWaitForAClientThatHasGone() throws IOException, InterruptedException {
    try (Shop shop = new Shop(folder);
        Service service = shop.open()) {
      halfARequest(service).reset();
      assertTrue(service.drain(Duration.ofSeconds(10)));
    }
  }
}
