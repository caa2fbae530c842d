package shelfcast.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shelfcast.testing.Command;

/** {@code docs/dependencies.md} names the run-time jars, and these are what we run. */
class DependencyListTest {
  private static final Path BUILD = Command.image().getParent();
  private static final Path TOP = BUILD.getParent();

  /** A row of a table: jar, size in kB with a space between thousands, why it is there. */
  private static final Pattern ROW =
      Pattern.compile("\\| (\\S+\\.jar) \\| ([\\d ]+) \\| .{3,} \\|");

  @Test
  void thePageListsEveryJarWithItsSize() throws IOException {
    SortedMap<String, Long> documented = new TreeMap<>();
    for (String line : Files.readAllLines(TOP.resolve("docs/dependencies.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        documented.put(row.group(1), Long.parseLong(row.group(2).replace(" ", "")));
      }
    }
    assertEquals(resolved(), documented, "docs/dependencies.md differs from build/deps");
  }

  @Test
  void theLockListsEveryJar() throws IOException {
    try (Stream<String> lines = Files.lines(TOP.resolve("deps/lock.txt"))) {
      assertEquals(
          resolved().keySet().stream().toList(),
          lines.filter(line -> line.startsWith("run ")).map(line -> line.split(" ")[2]).toList());
    }
  }

  /** Every jar that Maven resolved for running, with its size in kB. */
  private static SortedMap<String, Long> resolved() throws IOException {
    SortedMap<String, Long> jars = new TreeMap<>();
    try (Stream<Path> files = Files.list(BUILD.resolve("deps"))) {
      for (Path jar : files.toList()) {
        jars.put(jar.getFileName().toString(), Math.round(Files.size(jar) / 1e3));
      }
    }
    return jars;
  }
}
