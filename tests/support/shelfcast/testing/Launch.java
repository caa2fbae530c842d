package shelfcast.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How system tests start a program: by its launcher in {@code build/image/bin}, as a user does, or
 * ({@code make test COVERAGE=1}) its main class from the module path, where an agent can watch it.
 * {@code make test} says which in system properties: {@code shelfcast.launch} ({@code image} or
 * {@code modulepath}), {@code shelfcast.image}, {@code shelfcast.modulepath} and {@code
 * shelfcast.jlink}, the folder with the launchers' table and their JVM options.
 */
final class Launch {
  /** A line of the launchers' table. */
  private record Line(String launcher, String image, String main) {
    static Line of(String text) {
      String[] words = text.strip().split("\\s+");
      return new Line(words[0], words[1], words[2]);
    }
  }

  private Launch() {}

  /**
   * The words that start a program, its own arguments not among them.
   *
   * @param launcher the launcher's name: {@code shelfcast-train}
   * @throws IllegalStateException if there is no such launcher
   */
  static List<String> words(String launcher) {
    return System.getProperty("shelfcast.launch", "image").equals("modulepath")
        ? fromModulePath(launcher)
        : List.of(fromImage(launcher).toString());
  }

  /** The folder that {@code make image} makes, absolute. */
  static Path image() {
    return Path.of(System.getProperty("shelfcast.image", "build/image")).toAbsolutePath();
  }

  private static Path fromImage(String launcher) {
    Path program = image().resolve("bin").resolve(launcher);
    if (!Files.isExecutable(program)) {
      throw new IllegalStateException(program + " is no program: run `make image` first");
    }
    return program;
  }

  private static List<String> fromModulePath(String launcher) {
    Path folder = Path.of(System.getProperty("shelfcast.jlink"));
    Line line =
        lines(folder.resolve("launchers")).stream()
            .map(Line::of)
            .filter(each -> each.launcher().equals(launcher))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("there is no launcher " + launcher));
    return Stream.of(
            Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
            lines(folder.resolve("options-" + line.image())).stream(),
            Stream.of("--module-path", System.getProperty("shelfcast.modulepath")),
            Stream.of("--module", line.main()))
        .flatMap(words -> words)
        .toList();
  }

  /** A file's lines without the comments and the empty ones. */
  private static List<String> lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
