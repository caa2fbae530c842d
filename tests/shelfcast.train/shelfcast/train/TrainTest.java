package shelfcast.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfcast.command.Launcher;
import shelfcast.testing.Sales;

class TrainTest {
  @TempDir private Path temporary;

  private record Ran(int code, String out, String err) {}

  private Ran train(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    List<String> words = new ArrayList<>(List.of("--store", store().toString(), "--epochs", "1"));
    words.addAll(List.of(arguments));
    int code =
        Launcher.run(
            new Train(),
            words.toArray(String[]::new),
            Map.of(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Path store() {
    return temporary.resolve("store");
  }

  private byte[] current() throws IOException {
    return Files.readAllBytes(store().resolve("models/current.json"));
  }

  /** Sales that never change: naive makes no error, so a model cannot beat it. */
  private String constant(int days) {
    StringBuilder csv = new StringBuilder("date,sales\n");
    for (int day = 0; day < days; day++) {
      csv.append(Sales.START.plusDays(day)).append(",7\n");
    }
    return Sales.write(temporary.resolve("constant-" + days + ".csv"), csv.toString()).toString();
  }

  @Test
  void aChallengerThatLosesMovesTheContextOnlyForwards() throws IOException {
    assertEquals(0, train("--data", constant(60)).code());
    byte[] before = current();
    Ran older = train("--data", constant(40));
    assertEquals(4, older.code(), older.err());
    assertTrue(older.out().contains("\"outcome\":\"gate_lost\""), older.out());
    assertArrayEquals(before, current());
    Ran newer = train("--data", constant(61));
    assertEquals(4, newer.code(), newer.err());
    String text = new String(current(), StandardCharsets.UTF_8);
    assertNotEquals(new String(before, StandardCharsets.UTF_8), text);
  }

  @Test
  void whatCannotBeMeantIsBadUsage() throws IOException {
    String sales = constant(60);
    Path noise = Files.write(temporary.resolve("noise"), new byte[] {(byte) 0xff, 0, 1});
    assertUsage("no such file", "--event", temporary.resolve("none").toString());
    assertUsage("no such file", "--event", temporary.toString());
    assertUsage("it is not JSON", "--event", noise.toString());
    assertUsage("--data", "--event", noise.toString(), "--data", sales);
    assertUsage("--s3-endpoint", "--data", sales, "--s3-endpoint", "no url");
    assertUsage("--future", "--data", sales, "--future", sales);
    assertUsage("--models", "--data", sales, "--models", "both");
    assertFalse(Files.exists(store()), "nothing is written");
  }

  private void assertUsage(String words, String... arguments) {
    Ran ran = train(arguments);
    assertEquals(2, ran.code(), ran.err());
    assertTrue(ran.err().contains(words), ran.err());
    assertEquals(1, ran.err().lines().count(), ran.err());
  }
}
