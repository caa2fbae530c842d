package shelfcast.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import shelfcast.testing.Command;
import shelfcast.testing.Result;
import shelfcast.testing.Running;
import shelfcast.testing.Sales;

/** Which trainings move the pointer to the champion, and which leave it alone. */
@Execution(ExecutionMode.CONCURRENT)
class ChampionTest {
  private static final int LOST = 4;

  /** The last date that the champion of the fixture has learnt from. */
  private static final LocalDate CHAMPIONS_LAST = LocalDate.of(2024, 6, 28);

  /** Learns little, but enough to beat the naive forecast on learnable sales. */
  private static final String[] QUICKLY = {"--epochs", "30", "--hidden", "8"};

  @TempDir private Path temporary;
  private Depot depot;
  private String champion;

  @BeforeEach
  void aStoreWithAChampion() {
    depot = Depot.withChampion(temporary.resolve("store"));
    champion = depot.champion();
  }

  private String sales(String csv) {
    return Sales.write(temporary.resolve("sales.csv"), csv).toString();
  }

  private JsonNode train(int exit, String csv, String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "--data";
    arguments[1] = sales(csv);
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Depot.parse(depot.expects(exit, "shelfcast-train", arguments).out());
  }

  @Test
  void aModelThatBeatsTheBaselineBecomesChampion() {
    JsonNode printed = train(0, learnable(CHAMPIONS_LAST), QUICKLY);
    assertEquals("promoted", printed.path("outcome").asText(), printed.toString());
    assertTrue(printed.path("beats_baseline").asBoolean());
    assertTrue(
        printed.path("model_mae").asDouble() < printed.path("naive_mae").asDouble(),
        printed.toString());
    assertEquals(printed.path("version").asText(), depot.champion());
    assertEquals(
        champion, depot.json(Depot.CURRENT).path("history").get(0).path("version").asText());
  }

  @Test
  void aModelThatLosesIsKeptButNotPromoted() {
    JsonNode printed = train(LOST, randomWalk(CHAMPIONS_LAST), "--epochs", "1");
    String version = printed.path("version").asText();
    assertEquals("gate_lost", printed.path("outcome").asText());
    assertEquals(champion, depot.champion());
    assertFalse(depot.manifest(version).at("/gate/next_day/passed").asBoolean(true));
    depot.runs("shelfcast-model", "verify", version);
    assertTrue(depot.json(Depot.CURRENT).path("history").isEmpty());
  }

  @Test
  void itsContextIsUsedAllTheSame() {
    String before = depot.json(Depot.CURRENT).path("context").asText();
    train(LOST, randomWalk(CHAMPIONS_LAST.plusDays(1)), "--epochs", "1");
    String after = depot.json(Depot.CURRENT).path("context").asText();
    assertNotEquals(before, after);
    assertTrue(depot.get("context/" + after + ".bin").length > 0);
    depot.runs("shelfcast-model", "verify");
  }

  @Test
  void forcePromotesAModelThatLosesAndTheManifestSaysSo() {
    JsonNode printed = train(0, randomWalk(CHAMPIONS_LAST), "--epochs", "1", "--force");
    assertEquals("promoted", printed.path("outcome").asText());
    assertFalse(printed.path("beats_baseline").asBoolean(true));
    assertEquals(printed.path("version").asText(), depot.champion());
    assertTrue(depot.manifest(depot.champion()).at("/gate/next_day/forced").asBoolean());
  }

  @Test
  void aModelOfOlderDataIsNeverPromotedNorItsContext() {
    byte[] before = depot.get(Depot.CURRENT);
    String older = learnable(CHAMPIONS_LAST.minusDays(1));
    assertEquals("older_data", train(LOST, older, QUICKLY).path("outcome").asText());
    assertArrayEquals(before, depot.get(Depot.CURRENT));
    older = randomWalk(CHAMPIONS_LAST.minusDays(1));
    assertEquals("gate_lost", train(LOST, older, "--epochs", "1").path("outcome").asText());
    assertArrayEquals(before, depot.get(Depot.CURRENT));
  }

  @Test
  void whilePinnedTrainingPromotesNothing() {
    String better = learnable(CHAMPIONS_LAST);
    String pointer = new String(depot.get(Depot.CURRENT), StandardCharsets.UTF_8);
    depot.put(Depot.CURRENT, pointer.replace("\"pinned\" : false", "\"pinned\" : true"));
    JsonNode printed = train(LOST, better, QUICKLY);
    assertEquals("pinned", printed.path("outcome").asText());
    assertEquals(champion, depot.champion());
    assertTrue(depot.json(Depot.CURRENT).path("pinned").asBoolean());
    depot.runs("shelfcast-model", "unpin");
    assertEquals("promoted", train(0, better, QUICKLY).path("outcome").asText());
  }

  @Test
  void theFirstModelIsPublishedWhateverItScores() {
    Depot empty = Depot.folder(temporary.resolve("empty"));
    String sales = sales(randomWalk(CHAMPIONS_LAST));
    Result result = empty.expects(0, "shelfcast-train", "--data", sales, "--epochs", "1");
    assertFalse(Depot.parse(result.out()).path("beats_baseline").asBoolean(true));
    assertEquals(
        1, result.err().lines().filter(line -> line.startsWith("warning: ")).count(), result.err());
    assertTrue(empty.champion().matches(Depot.VERSION));
  }

  /** A training that is killed has changed nothing that counts; the next one succeeds. */
  @Test
  void aTrainingThatIsKilledAtAnyMomentLeavesTheStoreUsable() throws InterruptedException {
    String better = sales(learnable(CHAMPIONS_LAST));
    SortedMap<String, String> before = depot.digests();
    Random random = new Random(42);
    for (int attempt = 0; attempt < 4; attempt++) {
      try (Running training = depot.command("shelfcast-train", "--data", better).start()) {
        training.process().waitFor(100 + random.nextInt(1500), TimeUnit.MILLISECONDS);
        training.process().destroyForcibly().waitFor();
      }
      SortedMap<String, String> after = depot.digests();
      if (depot.champion().equals(champion)) {
        assertEquals(before.get(Depot.CURRENT), after.get(Depot.CURRENT));
      }
      before.keySet().stream()
          .filter(key -> !key.equals(Depot.CURRENT))
          .forEach(key -> assertEquals(before.get(key), after.get(key), key));
    }
    depot.runs("shelfcast-model", "verify");
    depot.runs("shelfcast-train", "--data", better);
    depot.runs("shelfcast-model", "verify");
  }

  /** Sales that the model learns well, the last of them on a date. */
  private static String learnable(LocalDate last) {
    Result made =
        Command.of(
                "shelfcast-datagen",
                "--out",
                "-",
                "--days",
                "360",
                "--start",
                last.minusDays(359).toString())
            .run();
    assertEquals(0, made.exit(), made.err());
    return made.out();
  }

  /** Sales that the value of the day before foretells best. */
  private static String randomWalk(LocalDate last) {
    StringBuilder csv = new StringBuilder("date,sales\n");
    Random random = new Random(3);
    int units = 500;
    for (int day = 119; day >= 0; day--) {
      units = Math.max(0, units + random.nextInt(-20, 21));
      csv.append(last.minusDays(day)).append(',').append(units).append('\n');
    }
    return csv.toString();
  }
}
