package shelfcast.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shelfcast.testing.Command;
import shelfcast.testing.Result;
import shelfcast.testing.Server;

/** The launchers in {@code build/image/bin}: their pid, and the places they may be started from. */
@Execution(ExecutionMode.CONCURRENT)
class LauncherTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** What a parent is told of a process that signal 9 ended: 128 and the signal. */
  private static final int KILLED = 128 + 9;

  @TempDir private Path temporary;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shelfcast-datagen",
        "shelfcast-trigger",
        "shelfcast-train",
        "shelfcast-backtest",
        "shelfcast-forecast",
        "shelfcast-monitor",
        "shelfcast-model",
        "shelfcast-serve"
      })
  void everyProgramHasALauncher(String name) {
    Result result = version(launcher(name));
    assertEquals(0, result.exit(), result.err());
    assertTrue(result.out().matches(name + " \\S+\\R"), result.out());
  }

  @Test
  void itsPidIsTheJvms() {
    try (Server server = serve(launcher("shelfcast-serve"))) {
      Process process = server.running().process();
      Path program = Path.of(process.info().command().orElseThrow());
      assertTrue(program.endsWith("image-serve/bin/java"), program.toString());
      assertEquals(0, process.descendants().count());
    }
  }

  @Test
  void termByItsPidStopsTheServer() {
    try (Server server = serve(launcher("shelfcast-serve"))) {
      assertEquals(0, signal("TERM", server).exit());
      assertRefuses(server.port());
    }
  }

  @Test
  void killByItsPidEndsTheServer() {
    try (Server server = serve(launcher("shelfcast-serve"))) {
      assertEquals(KILLED, signal("KILL", server).exit());
      assertRefuses(server.port());
    }
  }

  @Test
  void startsByALinkToALinkFromAnotherFolder() throws IOException {
    Path bin = Files.createDirectory(temporary.resolve("bin"));
    Path absolute = bin.resolve("absolute");
    Files.createSymbolicLink(absolute, launcher("shelfcast-trigger"));
    Path relative = temporary.resolve("relative");
    Files.createSymbolicLink(relative, Path.of("bin/absolute"));
    Result result = Command.ofWords(List.of("../relative", "--version")).in(bin).run();
    assertEquals(0, result.exit(), result.err());
    assertEquals(version(launcher("shelfcast-trigger")).out(), result.out());
    // JUnit warns of links out of the folder that it clears.
    Files.delete(relative);
    Files.delete(absolute);
  }

  @Test
  void startsFromAFolderWithASpaceThatTheImagesWereMovedTo() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("moved here"));
    for (String image : List.of("image", "image-serve", "image-train")) {
      copy(Command.image().resolveSibling(image), folder.resolve(image));
    }
    Path trigger = folder.resolve("image/bin/shelfcast-trigger");
    assertEquals(version(launcher("shelfcast-trigger")), version(trigger));
    try (Server server = serve(folder.resolve("image/bin/shelfcast-serve"))) {
      assertEquals(200, server.get("/health").statusCode());
    }
  }

  @Test
  void passesArgumentsThroughAsTheyAre() {
    String odd = "--no such \"flag\" $HOME *";
    Result result = Command.ofWords(words(launcher("shelfcast-trigger"), odd)).run();
    assertEquals(2, result.exit(), result.err());
    assertTrue(result.err().contains(odd), result.err());
  }

  @Test
  void saysWhatIsMissingWhenItStandsAlone() throws IOException {
    Path alone = temporary.resolve("image/bin/shelfcast-train");
    Files.createDirectories(alone.getParent());
    Files.copy(launcher("shelfcast-train"), alone);
    Result result = version(alone);
    assertEquals(1, result.exit());
    String java = temporary.resolve("image-train/bin/java").toString();
    assertTrue(result.err().contains(java) && result.err().contains("make image"), result.err());
  }

  private static Path launcher(String name) {
    return Command.image().resolve("bin").resolve(name);
  }

  private static Result version(Path launcher) {
    return Command.ofWords(words(launcher, "--version")).run();
  }

  private Server serve(Path launcher) {
    String store = "file:" + temporary.resolve("store");
    return Command.ofWords(words(launcher, "--store", store, "--port", "0")).serve();
  }

  private static List<String> words(Path launcher, String... arguments) {
    return Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments)).toList();
  }

  /** Sends a signal by the launcher's pid, as a supervisor does, and waits for the end. */
  private static Result signal(String name, Server server) {
    String pid = Long.toString(server.running().process().pid());
    // The shell's own kill: a small system has no program of that name.
    List<String> kill = List.of("sh", "-c", "kill -s \"$1\" \"$2\"", "kill", name, pid);
    assertEquals(0, Command.ofWords(kill).run().exit());
    return server.running().result(PATIENCE);
  }

  private static void assertRefuses(int port) {
    assertThrows(
        ConnectException.class,
        () -> new Socket(InetAddress.getLoopbackAddress(), port).close(),
        "something still listens on the server's port");
  }

  /** Copies a tree by hard links where the file system can, else byte by byte. */
  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectory(target);
        } else {
          try {
            Files.createLink(target, file);
          } catch (IOException | UnsupportedOperationException otherFileSystem) {
            Files.copy(file, target);
          }
        }
      }
    }
  }
}
