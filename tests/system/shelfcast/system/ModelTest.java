package shelfcast.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shelfcast.testing.Result;
import shelfcast.testing.Sales;

/** {@code shelfcast-model}: every action, for people and for machines. */
@Execution(ExecutionMode.CONCURRENT)
class ModelTest {
  private static final String MODEL = "shelfcast-model";

  @TempDir private static Path shared;

  /** A store in which three models were champion one after the other, the oldest first. */
  private static Depot trained;

  private static final List<String> VERSIONS = new ArrayList<>();

  @TempDir private Path temporary;

  /** A copy of that store. */
  private Depot depot;

  @BeforeAll
  static void trainThreeTimes() {
    trained = Depot.folder(shared.resolve("store"));
    trained.put(Depot.SALES, Sales.csv(60));
    for (String seed : List.of("1", "2", "3")) {
      trained.runs("shelfcast-train", "--epochs", "1", "--seed", seed, "--force");
      VERSIONS.add(trained.champion());
    }
  }

  @BeforeEach
  void copy() {
    depot = Depot.folder(temporary.resolve("store"));
    trained.keys().forEach(key -> depot.put(key, trained.get(key)));
  }

  private JsonNode json(String... arguments) {
    List<String> words = new ArrayList<>(List.of(arguments));
    words.add("--json");
    String out = depot.runs(MODEL, words.toArray(String[]::new));
    assertEquals(1, out.lines().count(), out);
    return Depot.parse(out);
  }

  @Test
  void listShowsEveryModelTheNewestFirst() {
    List<String> newestFirst = VERSIONS.stream().sorted(Comparator.reverseOrder()).toList();
    List<String> lines = depot.runs(MODEL, "list").lines().toList();
    assertEquals(newestFirst, lines.stream().map(line -> line.split(" ")[0]).toList());
    assertTrue(
        lines.stream()
            .filter(line -> line.startsWith(VERSIONS.getLast()))
            .allMatch(line -> line.contains("champion") && line.contains("2024-02-29")),
        lines.toString());
    JsonNode list = json("list");
    assertEquals(
        newestFirst,
        StreamSupport.stream(list.spliterator(), false)
            .map(model -> model.path("version").asText())
            .toList());
    for (JsonNode model : list) {
      boolean champion = model.path("version").asText().equals(VERSIONS.getLast());
      assertEquals(champion, model.path("standing").asText().equals("champion"), list.toString());
      assertEquals("2024-02-29", model.path("last_date").asText());
      assertTrue(model.path("mae").asDouble() > 0, list.toString());
    }
  }

  @Test
  void anEmptyStoreHasNothingToList() {
    Depot empty = Depot.folder(temporary.resolve("empty"));
    assertTrue(empty.runs(MODEL, "list").contains("shelfcast-train"));
    assertEquals("[]", empty.runs(MODEL, "list", "--json").strip());
    assertEquals(0, empty.keys().count());
  }

  @Test
  void showPrintsTheManifest() {
    String version = VERSIONS.getFirst();
    assertEquals(depot.manifest(version), Depot.parse(depot.runs(MODEL, "show", version)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "promote", "verify"})
  void aVersionThatIsNotThereIsNamed(String action) {
    String absent = "20200101T000000Z-00000000";
    Result result = depot.expects(2, MODEL, action, absent);
    assertTrue((result.out() + result.err()).contains(absent), result.err());
    assertTrue((result.out() + result.err()).contains("shelfcast-model list"), result.err());
    assertEquals(trained.digests(), depot.digests());
  }

  @Test
  void diffNamesWhatDiffers() {
    String text = depot.runs(MODEL, "diff", VERSIONS.get(0), VERSIONS.get(1));
    assertTrue(text.contains("data: no difference"), text);
    assertTrue(text.contains("seed: 1 -> 2"), text);
    JsonNode diff = json("diff", VERSIONS.get(0), VERSIONS.get(1));
    assertEquals(VERSIONS.get(0), diff.path("left").asText());
    assertEquals(VERSIONS.get(1), diff.path("right").asText());
    assertTrue(diff.path("data").isEmpty(), diff.toString());
    assertEquals(
        "[{\"name\":\"seed\",\"left\":\"1\",\"right\":\"2\"}]", diff.path("config").toString());
    assertFalse(diff.path("metrics").isEmpty(), diff.toString());
  }

  @Test
  void promoteMakesAnotherModelTheChampion() {
    String version = VERSIONS.getFirst();
    assertTrue(json("promote", version).path("changed").asBoolean());
    assertEquals(version, depot.champion());
    JsonNode history = depot.json(Depot.CURRENT).path("history");
    assertEquals(VERSIONS.getLast(), history.get(0).path("version").asText());
    assertFalse(json("promote", version).path("changed").asBoolean(true));
    assertTrue(depot.runs(MODEL, "promote", version).contains("already"));
  }

  @Test
  void rollbackGoesBackAndPinsUntilUnpin() {
    assertTrue(depot.runs(MODEL, "rollback").contains(VERSIONS.get(1)));
    assertEquals(VERSIONS.get(1), depot.champion());
    assertTrue(depot.json(Depot.CURRENT).path("pinned").asBoolean());
    assertTrue(json("rollback").path("changed").asBoolean());
    assertEquals(VERSIONS.get(0), depot.champion());
    Result nothing = depot.expects(1, MODEL, "rollback");
    assertTrue((nothing.out() + nothing.err()).contains(VERSIONS.get(0)), nothing.err());
    assertEquals(VERSIONS.get(0), depot.champion());
    assertTrue(json("unpin").path("changed").asBoolean());
    assertFalse(depot.json(Depot.CURRENT).path("pinned").asBoolean(true));
    assertFalse(json("unpin").path("changed").asBoolean(true));
    assertTrue(depot.runs(MODEL, "unpin").contains("Nothing was pinned"));
  }

  @Test
  void verifyFindsWhatIsDamaged() {
    assertEquals("[]", json("verify").toString());
    assertTrue(depot.runs(MODEL, "verify", VERSIONS.getFirst()).contains("as it was published"));
    String report = "models/" + VERSIONS.getFirst() + "/report.html";
    depot.put(report, "<p>better</p>");
    JsonNode findings = Depot.parse(depot.expects(1, MODEL, "verify", "--json").out());
    assertEquals(1, findings.size(), findings.toString());
    assertEquals(VERSIONS.getFirst(), findings.get(0).path("subject").asText());
    assertTrue(findings.get(0).path("problem").asText().contains(report), findings.toString());
    depot.runs(MODEL, "verify", VERSIONS.getLast());
  }

  @Test
  void gcDeletesOldModelsButNeitherTheChampionNorWhereRollbackLeads() {
    List<String> kept = depot.keys().toList();
    assertTrue(json("gc").path("versions").isEmpty(), "five are kept by default");
    assertEquals(kept, depot.keys().toList());
    JsonNode swept = json("gc", "--keep", "1");
    assertEquals("[\"" + VERSIONS.getFirst() + "\"]", swept.path("versions").toString());
    assertFalse(depot.keys().anyMatch(key -> key.contains(VERSIONS.getFirst())));
    depot.runs(MODEL, "verify");
    depot.runs(MODEL, "rollback");
    assertEquals(VERSIONS.get(1), depot.champion());
  }

  @Test
  void withoutAnActionOrWithAWrongOneItNamesThem() {
    assertTrue(depot.expects(2, MODEL).err().contains("rollback"));
    assertTrue(depot.expects(2, MODEL, "rolback").err().contains("rollback"));
    assertTrue(depot.expects(2, MODEL, "diff", VERSIONS.getFirst()).err().contains("OTHER"));
  }
}
