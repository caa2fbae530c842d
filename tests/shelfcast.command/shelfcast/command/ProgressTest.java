package shelfcast.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A bar for people, a few lines for machines. */
class ProgressTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private Instant now = Instant.EPOCH;

  private Console console(boolean terminal) {
    return new Console(new PrintStream(written, true, StandardCharsets.UTF_8), terminal, () -> now);
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }

  private void work(boolean terminal, int steps, long millisEach) {
    try (Progress progress = console(terminal).progress("training", steps)) {
      for (int step = 0; step < steps; step++) {
        now = now.plusMillis(millisEach);
        progress.step();
      }
    }
  }

  @Test
  void quickWorkIsOneLineForAMachine() {
    work(false, 100, 1);
    assertEquals(
        "{\"event\":\"progress\",\"task\":\"training\",\"done\":100,\"total\":100}\n", text());
  }

  @Test
  void aLineATenthForAMachine() {
    work(false, 100, 500);
    assertEquals(10, text().lines().count(), text());
    assertTrue(
        text()
            .startsWith(
                "{\"event\":\"progress\",\"task\":\"training\",\"done\":10,\"total\":100}\n"),
        text());
  }

  @Test
  void noTwoLinesWithinASecond() {
    work(false, 100, 40);
    assertEquals(4, text().lines().count(), text());
  }

  @Test
  void aLineAMinuteWhenTenthsTakeLonger() {
    work(false, 20, 45_000);
    assertEquals(10, text().lines().count(), text());
  }

  @Test
  void workThatStopsEarlySaysHowFarItCame() {
    try (Progress progress = console(false).progress("training", 100)) {
      progress.at(3);
    }
    assertEquals(
        "{\"event\":\"progress\",\"task\":\"training\",\"done\":3,\"total\":100}\n", text());
  }

  @Test
  void aBarForAPerson() {
    Progress progress = console(true).progress("training", 4);
    now = now.plusSeconds(100);
    progress.step();
    assertEquals("\rtraining [#######.......................]  25 %  1/4  5:00 left", text());
    now = now.plusMillis(99);
    progress.step();
    assertEquals(1, text().chars().filter(c -> c == '\r').count(), "not redrawn within 100 ms");
    progress.close();
    assertTrue(text().contains("\rtraining [###############...............]  50 %  2/4"), text());
    assertTrue(text().endsWith("\n"), text());
  }

  @Test
  void theBarFitsANarrowTerminal() {
    try (Progress progress =
        console(true)
            .progress("a task with a name that nobody should have given it", 1_000_000_000)) {
      now = now.plusSeconds(1000);
      progress.at(1);
    }
    assertTrue(text().strip().length() <= 79, text());
  }

  @Test
  void aNoticeStandsAboveTheBar() {
    Console console = console(true);
    Progress progress = console.progress("t", 1);
    progress.step();
    String bar = "t [" + "#".repeat(30) + "] 100 %  1/1";
    console.warning("look");
    assertEquals("\r" + bar + "\r" + " ".repeat(bar.length()) + "\rwarning: look\n" + bar, text());
  }

  @Test
  void progressNeverGoesBack() {
    try (Progress progress = console(false).progress("t", 10)) {
      progress.at(10);
      progress.at(4);
      progress.at(99);
    }
    assertEquals("{\"event\":\"progress\",\"task\":\"t\",\"done\":10,\"total\":10}\n", text());
  }

  @Test
  void eventsAreForMachinesOnly() {
    console(true).event("epoch", Map.of("loss", 0.5));
    assertEquals("", text());
    console(false).event("epoch", Map.of("note", "a \"quoted\"\nline"));
    assertEquals("{\"event\":\"epoch\",\"note\":\"a \\\"quoted\\\"\\nline\"}\n", text());
  }
}
