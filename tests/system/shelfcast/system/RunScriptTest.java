package shelfcast.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import shelfcast.testing.Command;
import shelfcast.testing.Result;
import shelfcast.testing.Running;
import shelfcast.testing.Sales;

/** What {@code make run} does, step by step; scripts that write a log play the programs. */
@Execution(ExecutionMode.CONCURRENT)
class RunScriptTest {
  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final String SERVE =
      """
      echo '{"listening":4711}'
      trap 'kill $!; echo stopped >>log; exit 0' TERM
      sleep 300 &
      wait
      """;

  @TempDir Path checkout;

  @BeforeEach
  void aCheckoutThatIsBuilt() throws IOException {
    for (String file : List.of("config/run.sh", "config/FreePort.java")) {
      Sales.write(checkout.resolve(file), Files.readString(Path.of(file)));
    }
    program("make", "");
    program("build/image/bin/shelfcast-datagen", "");
    program("build/image/bin/shelfcast-train", "");
    program("build/image/bin/shelfcast-serve", SERVE);
  }

  @Test
  void makesSalesTrainsServesAndStopsCleanly() throws IOException {
    Result result = serveAndStop(run());
    assertEquals(0, result.exit(), result.err());
    assertEquals(
        List.of(
            "make --no-print-directory image",
            "shelfcast-datagen --store file:./var/store",
            "shelfcast-train --store file:./var/store",
            "shelfcast-serve --store file:./var/store --port 0",
            "stopped"),
        log());
  }

  @Test
  void printsTheAddressAndTwoLinesToTry() {
    String said = serveAndStop(run()).out();
    assertTrue(said.contains("http://localhost:4711/ "), said);
    assertTrue(said.contains("\n  curl http://localhost:4711/health\n"), said);
    assertTrue(
        said.contains(
            "\n  curl -X POST http://localhost:4711/predict"
                + " -d '{\"lag_1\": 300, \"rolling_mean_7\": 300}'\n"),
        said);
  }

  @Test
  void keepsTheSalesOfAnEarlierRun() throws IOException {
    Sales.write(checkout.resolve("var/store/data/raw/sales.csv"), Sales.csv(30));
    serveAndStop(run());
    assertTrue(log().stream().noneMatch(line -> line.contains("datagen")), log().toString());
  }

  @Test
  void trainsOnOwnSalesInPlaceAndKeepsTheirModelsApart() throws IOException {
    Sales.write(checkout.resolve("in/my sales.csv.gz"), "");
    serveAndStop(run().with("DATA", "in/my sales.csv.gz").with("ARGS", "--known 'a b',c --seed 2"));
    assertEquals(
        "shelfcast-train --store file:./var/sales-my_sales --data in/my sales.csv.gz"
            + " --known a b,c --seed 2",
        log().get(1));
    assertEquals("shelfcast-serve --store file:./var/sales-my_sales --port 0", log().get(2));
  }

  @Test
  void servesTheChampionWhenTheNewModelLost() throws IOException {
    program("build/image/bin/shelfcast-train", "exit 4");
    Result result = serveAndStop(run());
    assertEquals(0, result.exit());
    assertTrue(result.err().contains("lost against the champion"), result.err());
  }

  @Test
  void endsWithTheExitCodeOfTheStepThatFailed() throws IOException {
    program("build/image/bin/shelfcast-train", "exit 3");
    assertEquals(3, run().run().exit());
    assertTrue(log().getLast().startsWith("shelfcast-train"), log().toString());
  }

  @Test
  void endsWithTheExitCodeOfAServerThatCannotStart() throws IOException {
    program("build/image/bin/shelfcast-serve", "exit 5");
    Result result = run().run();
    assertEquals(new Result(5, "", ""), result);
  }

  @Test
  void noticesATakenPortBeforeTheBuildAndNamesAFreeOne() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Result result = run().with("PORT", String.valueOf(taken.getLocalPort())).run();
      assertEquals(2, result.exit());
      assertTrue(
          result
              .err()
              .matches(
                  "make run: port %d is taken, [0-9]+ is free: make run PORT=[0-9]+%n"
                      .formatted(taken.getLocalPort())),
          result.err());
    }
    assertEquals(List.of(), log());
  }

  @Test
  void refusesDataThatIsNoFileBeforeTheBuild() throws IOException {
    Result result = run().with("DATA", "no.csv").run();
    assertEquals(new Result(2, "", "make run: DATA=no.csv is no file\n"), result);
    assertEquals(List.of(), log());
  }

  private Command run() {
    return Command.ofWords(List.of("sh", "config/run.sh"))
        .in(checkout)
        .with("JAVA_HOME", System.getProperty("java.home"))
        .with("MAKE", checkout.resolve("make").toString())
        .with("DATA", "")
        .with("ARGS", "")
        .with("PORT", "0");
  }

  private static Result serveAndStop(Command command) {
    try (Running running = command.start()) {
      running.firstLine(BOUND);
      return running.stop(BOUND);
    }
  }

  private List<String> log() throws IOException {
    Path log = checkout.resolve("log");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  /** A program that writes its name and arguments to the log, then does what the script says. */
  private void program(String name, String script) throws IOException {
    Path file = checkout.resolve(name);
    Sales.write(file, "#!/bin/sh\necho \"$(basename \"$0\") $*\" >>log\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
