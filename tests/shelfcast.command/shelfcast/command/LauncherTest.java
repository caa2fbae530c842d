package shelfcast.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a program ends. */
class LauncherTest {
  private static FakeProgram.Outcome ending(FakeProgram.Work work, String... arguments) {
    return new FakeProgram(work).with(Map.of(), arguments);
  }

  private static int writingTo(OutputStream out, OutputStream err) {
    return Launcher.run(
        new FakeProgram(in -> {
          in.out().println("result");
          in.out().flush();
          in.console().notice("still at work");
          return ExitCode.DONE;
        }),
        new String[0],
        Map.of(),
        StandardOutput.on(out),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        false);
  }

  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(reason);
      }
    };
  }

  @ParameterizedTest
  @EnumSource(ExitCode.class)
  void theProgramsCodeIsTheProcesss(ExitCode code) {
    assertEquals(code.code(), ending(in -> code).code());
  }

  @Test
  void aFailureIsItsMessage() {
    FakeProgram.Outcome outcome =
        ending(in -> {
          throw new Failure(ExitCode.BAD_DATA, "sales.csv:3: no");
        });
    assertEquals("shelfcast-train: sales.csv:3: no\n", outcome.err());
    assertEquals(3, outcome.code());
  }

  @Test
  void anExceptionThatTheProgramKnowsIsItsMessage() {
    FakeProgram.Outcome outcome =
        ending(in -> {
          throw new UnsupportedOperationException("the store is full");
        });
    assertEquals("shelfcast-train: the store is full\n", outcome.err());
    assertEquals(5, outcome.code());
  }

  @Test
  void anInputOutputExceptionSaysMoreThanAFileName() {
    FakeProgram.Outcome outcome =
        ending(in -> {
          throw new NoSuchFileException("x.csv");
        });
    assertEquals("shelfcast-train: there is no file x.csv\n", outcome.err());
    assertEquals(1, outcome.code());
  }

  @Test
  void anInputOutputExceptionMayBeWrapped() {
    FakeProgram.Outcome outcome =
        ending(in -> {
          throw new UncheckedIOException(new IOException("disk full"));
        });
    assertEquals("shelfcast-train: disk full\n", outcome.err());
    assertEquals(1, outcome.code());
  }

  @Test
  void anythingElseIsABugOnOneLine() {
    FakeProgram.Work bug =
        in -> {
          throw new IllegalStateException("oops");
        };
    FakeProgram.Outcome outcome = ending(bug);
    assertEquals(1, outcome.code());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
    assertTrue(
        outcome
            .err()
            .startsWith(
                "shelfcast-train: this is a bug: java.lang.IllegalStateException: oops at "),
        outcome.err());
    assertTrue(outcome.err().contains("CONTRIBUTING.md"), outcome.err());
    for (FakeProgram.Outcome debugged :
        new FakeProgram.Outcome[] {
          ending(bug, "--debug"), new FakeProgram(bug).with(Map.of("SHELFCAST_DEBUG", "1"))
        }) {
      assertTrue(debugged.err().contains("\tat "), debugged.err());
    }
  }

  @Test
  void tooLittleMemoryIsSaidInOneLine() {
    FakeProgram.Outcome outcome =
        ending(in -> {
          throw new OutOfMemoryError("Java heap space");
        });
    assertEquals(1, outcome.code());
    assertTrue(
        outcome.err().matches("shelfcast-train: out of memory: Java may use \\d+ MiB\\..*-Xmx.*\n"),
        outcome.err());
  }

  /** The code with which the JVM itself ends when memory runs out is 3: ours for bad data. */
  @Test
  void theJvmLeavesTooLittleMemoryToTheLauncher() throws IOException {
    String options = Files.readString(Path.of("jlink/options-train"));
    assertFalse(options.contains("OnOutOfMemoryError"), options);
  }

  @Test
  void aReaderThatHasGoneEndsTheProgramQuietly() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertEquals(141, writingTo(failing("Broken pipe"), err));
    assertEquals("", err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void resultsThatAreLostAreAFailure() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertEquals(1, writingTo(failing("No space left on device"), err));
    assertEquals(
        "shelfcast-train: standard output cannot be written: No space left on device\n",
        err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void anInterruptIsReportedAsTheShellWould() {
    FakeProgram.Outcome outcome =
        ending(in -> {
          throw new InterruptedException();
        });
    assertEquals(130, outcome.code());
    assertEquals("", outcome.err());
  }

  @Test
  void anErrorEndsTheProgressBarFirst() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Launcher.run(
        new FakeProgram(in -> {
          in.console().progress("training", 1).step();
          throw new Failure(ExitCode.FAILED, "no");
        }),
        new String[0],
        Map.of(),
        StandardOutput.on(OutputStream.nullOutputStream()),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        true);
    assertTrue(err.toString(StandardCharsets.UTF_8).endsWith("1/1\nshelfcast-train: no\n"));
  }

  @Test
  void helpAndVersionRunNothingAndNeedNoSettings() {
    Map<String, String> broken = Map.of("SHELFCAST_CONFIG", "no.json", "SHELFCAST_NONSENSE", "1");
    FakeProgram.Outcome help = FakeProgram.idle().with(broken, "--help");
    FakeProgram.Outcome version = FakeProgram.idle().with(broken, "--version");
    assertEquals(0, help.code());
    assertEquals(0, version.code());
    assertEquals("shelfcast-train " + Version.text() + "\n", version.out());
    assertTrue(help.out().startsWith("Usage: shelfcast-train [flags]\n"));
    assertTrue(help.seen().isEmpty() && version.seen().isEmpty());
    assertFalse((help.out() + help.err()).contains("\u001b"));
  }
}
