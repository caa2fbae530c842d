package shelfcast.harness;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import shelfcast.testing.Command;
import shelfcast.testing.Result;
import shelfcast.testing.Sales;

/** The runner that all other results rest on, run on tests that end in every way. */
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunTestsTest {
  private static final String ENDINGS =
      """
      package sample;

      import static org.junit.jupiter.api.Assertions.*;
      import static org.junit.jupiter.api.Assumptions.*;
      import org.junit.jupiter.api.*;

      class EndingsTest {
        @Test void holds() {}
        @Test void holdsToo() {}
        @Test void doesNotHold() { assertEquals(1, 2, "one is two"); }
        @Test void throwsUp() { throw new IllegalStateException("outer", new RuntimeException("inner")); }
        @Test void assumesInVain() { assumeTrue(false, "no moon"); }
        @Disabled("too wet") @Test void isDisabled() {}
      }

      class BrokenSetUpTest {
        @BeforeAll static void setUp() { fail("no table"); }
        @Test void first() {}
        @Test void second() {}
      }

      @Disabled("all of it") class DisabledTest {
        @Test void first() {}
        @Test void second() {}
      }
      """;

  @TempDir static Path folder;

  private Result all;

  @BeforeAll
  void runTheSample() {
    Path source = Sales.write(folder.resolve("sample/EndingsTest.java"), ENDINGS);
    int code =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                System.out,
                System.err,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.resolve("classes").toString(),
                source.toString());
    assertEquals(0, code);
    all = runTests("");
  }

  @Test
  void countsEveryEnding() {
    assertEquals(1, all.exit());
    assertEquals("2 passed, 3 failed, 4 skipped", all.out().lines().toList().getLast());
  }

  @Test
  void namesTheReasonOfEachFailureAndSkip() {
    String said = all.out();
    assertAll(
        () -> assertTrue(said.contains("FAILED   sample.EndingsTest > doesNotHold()\n"), said),
        () -> assertTrue(said.contains("one is two ==> expected: <1> but was: <2>"), said),
        () -> assertTrue(said.contains("caused by java.lang.RuntimeException: inner"), said),
        () -> assertTrue(said.contains("FAILED   sample.BrokenSetUpTest\n"), said),
        () ->
            assertTrue(said.contains("SKIPPED  sample.EndingsTest > isDisabled(): too wet"), said),
        () -> assertTrue(said.contains("SKIPPED  sample.DisabledTest: all of it"), said),
        () -> assertTrue(said.contains("assumesInVain(): Assumption failed: no moon"), said));
  }

  @Test
  void writesAReportThatCiReads() {
    assertTrue(Files.exists(folder.resolve("reports/TEST-junit-jupiter.xml")));
  }

  @Test
  void runsOnlyWhatMatches() {
    Result result = runTests("EndingsTest#holds*");
    assertEquals(0, result.exit(), result.out());
    assertEquals("2 passed, 0 failed, 0 skipped", result.out().lines().toList().getLast());
    assertFalse(result.out().contains("BrokenSetUpTest"), result.out());
  }

  @Test
  void failsWhenNothingMatches() {
    Result result = runTests("NoSuchTest");
    assertEquals(1, result.exit());
    assertTrue(result.out().contains("no test matches ONLY=NoSuchTest"), result.out());
  }

  private Result runTests(String only) {
    String classes = folder.resolve("classes").toString();
    return Command.ofWords(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path"),
                RunTests.class.getName(),
                folder.resolve("reports").toString(),
                only,
                classes))
        .run();
  }
}
