package shelfcast.store;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of this room in a JVM of its own, which has nothing but the room's classes: above all
 * no AWS SDK.
 */
record ChildJvm(Process process) implements AutoCloseable {

  static ChildJvm start(Class<?> program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(home(ObjectStore.class) + File.pathSeparator + home(program));
    command.add(program.getName());
    command.addAll(List.of(arguments));
    return new ChildJvm(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /**
   * The folder or jar that a class comes from; the code source of a patched module would name the
   * module.
   */
  private static Path home(Class<?> type) {
    String file = type.getName().replace('.', '/') + ".class";
    String url = type.getClassLoader().getResource(file).toString();
    String outside = url.substring(0, url.length() - file.length());
    return Path.of(URI.create(outside.replaceFirst("^jar:", "").replaceFirst("!/$", "")));
  }

  /** Waits for what the program prints first. */
  String firstLine() throws IOException {
    BufferedReader out = process.inputReader();
    return out.readLine();
  }

  /** Kills it, if it still runs, and waits for its end. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
