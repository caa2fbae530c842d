package shelfcast.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is sent, the server answers, and never that it is at fault itself. */
class HttpProperties {
  private static final Set<Integer> POSSIBLE = Set.of(200, 400, 422);
  private static Shop shop;
  private static Service service;

  @BeforeContainer
  static void open() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("shelfcast");
    folder.toFile().deleteOnExit();
    shop = new Shop(folder);
    service = shop.open();
  }

  @AfterContainer
  static void close() {
    service.close();
    shop.close();
  }

  @Property(tries = 300)
  void anyBodyIsAnswered(@ForAll byte[] body) throws IOException {
    int status = Connection.ask(service.port(), "POST", "/predict", "", body).status();
    assertTrue(POSSIBLE.contains(status), () -> "status " + status);
    assertEquals(0, shop.journal.failures.size(), shop.journal.failures::toString);
  }
}
