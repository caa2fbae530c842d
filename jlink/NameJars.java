import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Turns the resolved jars into named modules, since jlink refuses automatic ones: compiles every
 * {@code DESCRIPTORS/MODULE/module-info.java} in one javac run against the jars and puts the
 * results into copies of them. Jars without a descriptor there are copied as they are.
 *
 * <pre>java jlink/NameJars.java JARS DESCRIPTORS OUT</pre>
 *
 * OUT is replaced when all went well. A jar without any descriptor, and a descriptor without a jar,
 * end it with one message and exit code 1.
 */
final class NameJars {
  /** Names for the jars whose file name would give an unlucky automatic one. */
  private static final Map<String, String> NAMES =
      Map.of(
          "wildfly.client.config", "org.wildfly.client.config",
          "wildfly.common", "org.wildfly.common",
          "xnio.api", "org.jboss.xnio",
          "xnio.nio", "org.jboss.xnio.nio");

  /** XML schemas that several jars hold, which makes a split package of the folder. */
  private static final String SPLIT = "/schema";

  /** One date for what we put into a jar, so that the same input gives the same bytes. */
  private static final FileTime DATE = FileTime.fromMillis(946_684_800_000L);

  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      fail("usage: java jlink/NameJars.java JARS DESCRIPTORS OUT");
    }
    Path descriptors = Path.of(args[1]);
    Path out = Path.of(args[2]);
    Path fresh = Path.of(args[2] + ".new");
    Path classes = Path.of(args[2] + ".classes");

    SortedMap<String, Path> modular = new TreeMap<>();
    SortedMap<String, Path> unnamed = new TreeMap<>();
    sort(Path.of(args[0]), descriptors, modular, unnamed);
    delete(fresh);
    delete(classes);
    Files.createDirectories(fresh);
    compile(descriptors, modular, unnamed, classes);
    for (Path jar : modular.values()) {
      Files.copy(jar, fresh.resolve(jar.getFileName()));
    }
    for (Map.Entry<String, Path> entry : unnamed.entrySet()) {
      Path copy = Files.copy(entry.getValue(), fresh.resolve(entry.getValue().getFileName()));
      name(copy, classes.resolve(entry.getKey()).resolve("module-info.class"));
    }
    delete(classes);
    delete(out);
    Files.move(fresh, out);
  }

  /** Files every jar under its module's name: as modular, or as unnamed when we describe it. */
  private static void sort(
      Path jars, Path descriptors, Map<String, Path> modular, Map<String, Path> unnamed)
      throws IOException {
    List<String> faults = new ArrayList<>();
    for (Path jar : list(jars)) {
      ModuleDescriptor own = ModuleFinder.of(jar).findAll().iterator().next().descriptor();
      String name = NAMES.getOrDefault(own.name(), own.name());
      Path descriptor = descriptors.resolve(name).resolve("module-info.java");
      if (Files.exists(descriptor)) {
        unnamed.put(name, jar);
      } else if (!own.isAutomatic()) {
        modular.put(name, jar);
      } else {
        faults.add(
            ("%s is no named module: write %s; a first version, which lacks every `uses`, comes"
                 + " from `jdeps --multi-release 25 --ignore-missing-deps --generate-module-info`")
                .formatted(jar, descriptor));
      }
    }
    for (Path descriptor : list(descriptors)) {
      if (!unnamed.containsKey(descriptor.getFileName().toString())) {
        faults.add(descriptor + " describes no jar in " + jars + ": delete it");
      }
    }
    if (!faults.isEmpty()) {
      fail(String.join(System.lineSeparator(), faults));
    }
  }

  private static void compile(
      Path descriptors, Map<String, Path> modular, Map<String, Path> unnamed, Path classes) {
    List<String> command = new ArrayList<>(List.of("--release", "25", "-d", classes.toString()));
    command.addAll(List.of("--module-source-path", descriptors.toString(), "--module-path"));
    command.add(
        String.join(
            System.getProperty("path.separator"),
            modular.values().stream().map(Path::toString).toList()));
    unnamed.forEach((name, jar) -> command.addAll(List.of("--patch-module", name + "=" + jar)));
    unnamed.keySet().forEach(name -> command.add(descriptors.resolve(name) + "/module-info.java"));
    ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
    StringWriter said = new StringWriter(); // warnings about other people's names are not for us
    PrintWriter to = new PrintWriter(said);
    if (javac.run(to, to, command.toArray(String[]::new)) != 0) {
      fail(said + "The descriptors under " + descriptors + " do not fit the jars.");
    }
  }

  /** Puts a compiled descriptor into a jar and takes out what jlink stumbles on. */
  private static void name(Path jar, Path descriptor) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(jar)) {
      delete(zip.getPath(SPLIT));
      Path target = zip.getPath("/module-info.class");
      Files.write(target, Files.readAllBytes(descriptor));
      Files.setLastModifiedTime(target, DATE);
    }
  }

  private static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> files = Files.walk(tree)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static void fail(String message) {
    System.err.println(message);
    System.exit(1);
  }
}
