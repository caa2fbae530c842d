package shelfcast.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a command line may say, and what is said about one that may not. */
class CommandLineTest {
  private static void refused(String message, String... arguments) {
    FakeProgram.Outcome outcome = FakeProgram.run(arguments);
    assertEquals("shelfcast-train: " + message + "\n", outcome.err());
    assertEquals(2, outcome.code());
    assertEquals("", outcome.out());
    assertTrue(outcome.seen().isEmpty(), "the program must not run");
  }

  @Test
  void valuesFollowTheirFlagOrAnEqualsSign() {
    assertEquals(7, FakeProgram.run("--horizon", "7").settings().get(Keys.HORIZON));
    assertEquals(7, FakeProgram.run("--horizon=7").settings().get(Keys.HORIZON));
    assertEquals("a=b", FakeProgram.run("--data=a=b").settings().get(Keys.DATA));
  }

  @ParameterizedTest
  @CsvSource({
    "--force, true",
    "--force=true, true",
    "--force=1, true",
    "--force=false, false",
    "--force=0, false"
  })
  void switchesNeedNoValue(String flag, boolean on) {
    assertEquals(on, FakeProgram.run(flag).settings().get(Keys.FORCE));
  }

  @Test
  void switchesDoNotTakeTheNextWord() {
    refused(
        "unexpected word \"false\"; shelfcast-train takes only flags (see shelfcast-train --help)",
        "--force",
        "false");
  }

  @Test
  void aHyphenIsAValue() {
    assertEquals("-", FakeProgram.run("--event", "-").settings().get(Keys.EVENT));
  }

  @Test
  void listsHaveCommasBetweenTheirItems() {
    assertEquals(
        List.of("promo", "price"),
        FakeProgram.run("--known", "promo,price").settings().get(Keys.KNOWN));
    assertEquals(
        List.of("price, net"),
        FakeProgram.run("--known", "price\\, net").settings().get(Keys.KNOWN));
    assertEquals(List.of(), FakeProgram.run("--known=").settings().get(Keys.KNOWN));
  }

  @Test
  void anUnknownFlagIsRefusedWithTheNearestOne() {
    refused(
        "unknown flag --horzion; the nearest that exists is --horizon (see shelfcast-train --help)",
        "--horzion",
        "7");
    refused(
        "unknown flag --batch_size; the nearest that exists is --batch-size (see shelfcast-train"
            + " --help)",
        "--batch_size=7");
    refused(
        "unknown flag -versoin; the nearest that exists is --version (see shelfcast-train --help)",
        "-versoin");
  }

  @Test
  void aFlagOfAnotherProgramIsRefusedWithItsOwners() {
    refused(
        "--port is a flag of shelfcast-serve, not of shelfcast-train (see shelfcast-train --help)",
        "--port",
        "80");
    refused(
        "--out is a flag of shelfcast-backtest, shelfcast-datagen, not of shelfcast-train (see"
            + " shelfcast-train --help)",
        "--out=x");
  }

  @Test
  void aFlagMayBeGivenOnce() {
    refused(
        "--horizon is given more than once (see shelfcast-train --help)",
        "--horizon",
        "7",
        "--horizon=8");
    refused(
        "--force is given more than once (see shelfcast-train --help)", "--force", "--force=false");
  }

  @Test
  void aFlagNeedsItsValue() {
    refused("--horizon needs a value: --horizon STEPS (see shelfcast-train --help)", "--horizon");
    refused(
        "--data needs a value: --data URI (see shelfcast-train --help)",
        "--data",
        "--horizon",
        "7");
    refused("--data needs a value: --data URI (see shelfcast-train --help)", "--data", "--force");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--horizon=abc | --horizon has the value \"abc\", but must be a whole number from 1 to"
            + " 1000",
        "--horizon=0 | --horizon has the value \"0\", but must be a whole number from 1 to 1000",
        "--seed=-5 | --seed has the value \"-5\", but must be a whole number from 0 to"
            + " 9223372036854775807",
        "--learning-rate=NaN | --learning-rate has the value \"NaN\", but must be a number from"
            + " 1.0E-8 to 10",
        "--frequency=hourly | --frequency has the value \"hourly\", but must be daily, weekly or"
            + " monthly",
        "--force=maybe | --force has the value \"maybe\", but must be true or false",
        "--data= | --data has the value \"\", but must be a text that is not empty",
        "--known=a,,b | --known has the value \"a,,b\", but must be names with commas between them,"
            + " none empty"
      })
  void aBadValueIsNamedWithWhatIsAllowed(String argument, String message) {
    refused(message, argument);
  }

  @Test
  void negativeNumbersReachTheirKey() {
    refused(
        "--seed has the value \"-5\", but must be a whole number from 0 to 9223372036854775807",
        "--seed",
        "-5");
  }

  @Test
  void wordsAreRefusedWhereThereAreNoActions() {
    refused(
        "unexpected word \"sales.csv\"; shelfcast-train takes only flags (see shelfcast-train"
            + " --help)",
        "sales.csv");
    refused(
        "unexpected word \"--force\"; shelfcast-train takes only flags (see shelfcast-train"
            + " --help)",
        "--",
        "--force");
  }

  @Test
  void actionsStandAnywhereAmongTheFlags() {
    Action diff = new Action("diff", "Compares.", "VERSION", "OTHER");
    for (String[] arguments :
        List.of(
            new String[] {"diff", "v1", "v2", "--force"},
            new String[] {"--force", "diff", "v1", "v2"},
            new String[] {"--store", "x", "diff", "v1", "--force", "--", "v2"})) {
      Invocation in = FakeProgram.idle(diff).with(Map.of(), arguments).seen().orElseThrow();
      assertEquals(Optional.of("diff"), in.action());
      assertEquals(List.of("v1", "v2"), in.arguments());
      assertTrue(in.settings().get(Keys.FORCE));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-          | an action is needed: one of list, verify, diff",
        "verfiy     | unknown action \"verfiy\"; the nearest that exists is verify",
        "list v1    | list takes nothing after it, not \"v1\": shelfcast-train list",
        "diff v1    | diff takes VERSION OTHER after it, not \"v1\": shelfcast-train diff VERSION"
            + " OTHER",
        "verify a b | verify takes [VERSION] after it, not \"a b\": shelfcast-train verify"
            + " [VERSION]"
      })
  void actionsAreChecked(String words, String message) {
    FakeProgram program =
        FakeProgram.idle(
            new Action("list", "Lists."),
            new Action("verify", "Verifies.", List.of(), List.of("VERSION")),
            new Action("diff", "Compares.", "VERSION", "OTHER"));
    FakeProgram.Outcome outcome =
        program.with(Map.of(), words == null ? new String[0] : words.split(" "));
    assertEquals("shelfcast-train: " + message + " (see shelfcast-train --help)\n", outcome.err());
    assertEquals(2, outcome.code());
  }

  @Test
  void anArgumentThatStartsWithAnAtSignIsNoFileOfArguments() {
    assertEquals("@data.csv", FakeProgram.run("--data", "@data.csv").settings().get(Keys.DATA));
    assertFalse(FakeProgram.run("--data", "\"quoted\"").settings().get(Keys.DATA).equals("quoted"));
  }
}
