package shelfcast.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flag over environment over file over default, and what is said about values that may not be. */
class SettingsTest {
  @TempDir Path folder;

  private FakeProgram.Outcome run(String file, Map<String, String> environment) throws IOException {
    Path config = Files.writeString(folder.resolve("c.json"), file);
    return FakeProgram.idle().with(environment, "--config", config.toString());
  }

  private void refused(String message, String file) throws IOException {
    FakeProgram.Outcome outcome = run(file, Map.of());
    assertEquals(
        "shelfcast-train: " + message.replace("FILE", folder.resolve("c.json").toString()) + "\n",
        outcome.err());
    assertEquals(2, outcome.code());
  }

  @Property(tries = 60)
  void theNearestSourceWins(
      @ForAll Optional<@IntRange(min = 1, max = 1000) Integer> flag,
      @ForAll Optional<@IntRange(min = 1, max = 1000) Integer> variable,
      @ForAll Optional<@IntRange(min = 1, max = 1000) Integer> file)
      throws IOException {
    Path config = Files.createTempFile("shelfcast", ".json");
    try {
      Files.writeString(config, file.map(value -> "{\"horizon\":" + value + "}").orElse("{}"));
      List<String> arguments = new ArrayList<>();
      flag.ifPresent(value -> arguments.add("--horizon=" + value));
      Map<String, String> environment =
          new HashMap<>(Map.of("SHELFCAST_CONFIG", config.toString()));
      variable.ifPresent(value -> environment.put("SHELFCAST_HORIZON", value.toString()));
      Settings settings =
          FakeProgram.idle().with(environment, arguments.toArray(String[]::new)).settings();
      int expected = flag.or(() -> variable).or(() -> file).orElse(28);
      assertEquals(expected, settings.get(Keys.HORIZON));
      String source =
          flag.isPresent()
              ? "--horizon"
              : variable.isPresent()
                  ? "the environment variable SHELFCAST_HORIZON"
                  : file.isPresent() ? "\"horizon\" at " + config + ":1" : "the default";
      assertEquals(source, settings.source(Keys.HORIZON));
      assertEquals(!source.equals("the default"), settings.isGiven(Keys.HORIZON));
    } finally {
      Files.delete(config);
    }
  }

  @Test
  void aFileMayHaveCommentsAndKeysOfOtherPrograms() throws IOException {
    Settings settings =
        run(
                """
                // for the whole team
                {
                  "horizon": 7, // a week
                  "early_stopping": false,
                  "learning_rate": 1e-3,
                  "known": ["promo", "price, net"],
                  "delimiter": "tab",
                  "port": 80,
                  "days": 3
                }
                """,
                Map.of())
            .settings();
    assertEquals(7, settings.get(Keys.HORIZON));
    assertFalse(settings.get(Keys.EARLY_STOPPING));
    assertEquals(0.001, settings.get(Keys.LEARNING_RATE));
    assertEquals(List.of("promo", "price, net"), settings.get(Keys.KNOWN));
    assertEquals('\t', settings.get(Keys.DELIMITER));
  }

  @Test
  void aBadFileIsNamedWithThePlace() throws IOException {
    refused(
        "FILE:2:3: unknown key \"horizn\"; the nearest that exists is \"horizon\"",
        "{\n  \"horizn\": 7}");
    refused(
        "FILE:2:14: \"horizon\" must be a number without quotes: a whole number from 1 to 1000",
        "{\n  \"horizon\": \"7\"}");
    refused(
        "FILE:1:11: \"force\" must be true or false without quotes: true or false",
        "{\"force\": 1}");
    refused(
        "FILE:1:10: \"data\" must be a text in quotes: a text that is not empty",
        "{\"data\": null}");
    refused(
        "FILE:1:11: \"known\" must be a list of texts, as in [\"a\", \"b\"]: names with commas"
            + " between them, none empty",
        "{\"known\": \"promo\"}");
    refused(
        "FILE:1:12: \"known\" must be a list of texts, as in [\"a\", \"b\"]: names with commas"
            + " between them, none empty",
        "{\"known\": [1]}");
    refused("FILE:1:1: the file must hold one JSON object, { \"key\": value, ... }", "[1]");
    refused("FILE:1:4: nothing may follow the closing brace", "{} {}");
    refused(
        "FILE:1:2: a configuration file cannot name another; use --config", "{\"config\": \"x\"}");
    refused(
        "\"horizon\" at FILE:2 has the value \"1.5\", but must be a whole number from 1 to 1000",
        "{\n\"horizon\": 1.5}");
  }

  @Test
  void aFileThatIsNotJsonIsNamedWithThePlace() throws IOException {
    for (String file :
        List.of(
            "horizon = 7",
            "{\"horizon\": 7",
            "{\"horizon\": 7,}",
            "{\"horizon\": 7, \"horizon\": 8}")) {
      FakeProgram.Outcome outcome = run(file, Map.of());
      assertEquals(2, outcome.code());
      String start = "shelfcast-train: " + folder.resolve("c.json") + ":1:";
      assertTrue(outcome.err().startsWith(start), outcome.err());
      assertTrue(outcome.err().contains("this is not JSON"), outcome.err());
      assertEquals(1, outcome.err().lines().count(), outcome.err());
    }
    assertTrue(run("", Map.of()).err().contains("must hold one JSON object"));
  }

  @Test
  void aFileThatIsNotThereIsNamedWithWhereItWasAskedFor() {
    assertEquals(
        "shelfcast-train: --config names no.json, but there is no such file\n",
        FakeProgram.run("--config=no.json").err());
    FakeProgram.Outcome folderGiven =
        FakeProgram.idle().with(Map.of("SHELFCAST_CONFIG", folder.toString()));
    assertEquals(
        "shelfcast-train: the environment variable SHELFCAST_CONFIG names "
            + folder
            + ", but that is not a file\n",
        folderGiven.err());
    assertEquals(2, folderGiven.code());
  }

  @Test
  void theEnvironmentIsChecked() {
    FakeProgram.Outcome unknown = FakeProgram.idle().with(Map.of("SHELFCAST_HORIZN", "7"));
    assertEquals(
        "shelfcast-train: unknown environment variable SHELFCAST_HORIZN; the nearest that exists is"
            + " SHELFCAST_HORIZON\n",
        unknown.err());
    assertEquals(2, unknown.code());
    FakeProgram.Outcome bad = FakeProgram.idle().with(Map.of("SHELFCAST_HORIZON", "x"));
    assertEquals(
        "shelfcast-train: the environment variable SHELFCAST_HORIZON has the value \"x\", but must"
            + " be a whole number from 1 to 1000\n",
        bad.err());
  }

  @Test
  void someVariablesAreNotOurs() {
    Map<String, String> environment =
        Map.of(
            "SHELFCAST_TEST_DATA",
            "x",
            "SHELFCASTX",
            "y",
            "PATH",
            "z",
            "SHELFCAST_PORT",
            "80",
            "SHELFCAST_HORIZON",
            "");
    Settings settings = FakeProgram.idle().with(environment).settings();
    assertEquals(28, settings.get(Keys.HORIZON));
    assertFalse(settings.isGiven(Keys.HORIZON));
  }

  @Test
  void aKeyWithoutDefaultSaysWhereToGiveIt() {
    Settings settings = FakeProgram.run().settings();
    assertEquals(Optional.empty(), settings.find(Keys.DATA));
    Failure failure = assertThrows(Failure.class, () -> settings.get(Keys.DATA));
    assertEquals(ExitCode.USAGE, failure.code());
    assertEquals(
        "--data is needed: give --data URI, set SHELFCAST_DATA, or write \"data\" into the file"
            + " that --config names",
        failure.getMessage());
  }

  @Test
  void aProgramCannotAskForAKeyThatItDoesNotList() {
    Settings settings = FakeProgram.run().settings();
    assertThrows(IllegalArgumentException.class, () -> settings.get(Keys.PORT));
  }

  @Test
  void whatIsInForceCanBeReadBack() {
    Settings settings =
        FakeProgram.run("--known", "a,b\\,c", "--delimiter=tab", "--learning-rate=1e-3").settings();
    assertEquals("a,b\\,c", settings.inForce().get("known"));
    assertEquals("tab", settings.inForce().get("delimiter"));
    assertEquals("0.001", settings.inForce().get("learning_rate"));
    assertEquals("28", settings.inForce().get("horizon"));
    assertFalse(settings.inForce().containsKey("data"));
  }

  @Test
  void longAndUnprintableValuesStayOnOneShortLine() {
    String err = FakeProgram.run("--horizon=" + "9\n".repeat(500)).err();
    assertEquals(1, err.lines().count());
    assertTrue(err.contains("9\\u000a9") && err.length() < 400, err);
  }
}
