import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Lets Maven resolve {@code deps/pom.xml} into a folder and holds what came against {@code
 * deps/lock.txt}. Run from the top folder:
 *
 * <pre>
 *   java deps/Resolve.java run                 the run-time jars, into build/deps
 *   java deps/Resolve.java test                what profile `test` adds to them, into build/deps-test
 *   java deps/Resolve.java --lock run test …   resolves these and rewrites their part of the lock
 * </pre>
 *
 * Maven is asked without network first, so that a warm cache is enough. What it says goes to {@code
 * build/maven.log}; a failure is told in one line and ends with exit code 1.
 */
final class Resolve {
  private static final Path POM = Path.of("deps/pom.xml");
  private static final Path LOCK = Path.of("deps/lock.txt");
  private static final Path LOG = Path.of("build/maven.log");

  /** The jars that running needs; every other set holds only what its profile adds to this one. */
  private static final String RUN = "run";

  public static void main(String[] args) throws IOException, InterruptedException {
    try {
      if (args.length >= 2 && args[0].equals("--lock")) {
        lock(List.of(args).subList(1, args.length));
      } else if (args.length == 1) {
        check(args[0]);
      } else {
        throw new Refusal("usage: java deps/Resolve.java SET | --lock SET...");
      }
    } catch (Refusal e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** A message for the user, ready to be printed. */
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal(String message) {
      super(message);
    }
  }

  /**
   * Resolves one set; its folder is replaced only when every jar is the one that the lock names.
   */
  private static void check(String set) throws IOException, InterruptedException {
    SortedMap<String, SortedMap<String, String>> locked = readLock();
    SortedMap<String, String> expected = locked.get(set);
    if (expected == null) {
      throw new Refusal(LOCK + " has no set \"" + set + "\": run `make lock`");
    }
    Path fresh = resolve(set, locked);
    SortedMap<String, String> actual = hashes(fresh);
    List<String> faults = new ArrayList<>();
    expected.forEach((jar, hash) -> {
      String found = actual.get(jar);
      if (found == null) {
        faults.add(jar + " is in the lock, but Maven did not resolve it");
      } else if (!found.equals(hash)) {
        faults.add(jar + " has sha256 " + found + ", the lock says " + hash);
      }
    });
    actual.keySet().stream()
        .filter(jar -> !expected.containsKey(jar))
        .forEach(jar -> faults.add(jar + " is not in the lock"));
    if (!faults.isEmpty()) {
      throw new Refusal(
          "The jars differ from "
              + LOCK
              + ":\n  "
              + String.join("\n  ", faults)
              + "\nIf "
              + POM
              + " was changed on purpose, run `make lock` and commit the lock; if not, a jar in"
              + " Maven's cache (~/.m2/repository) is not what it was: delete it there and try"
              + " again.");
    }
    replace(folder(set), fresh);
  }

  private static void lock(List<String> sets) throws IOException, InterruptedException {
    SortedMap<String, SortedMap<String, String>> all =
        Files.exists(LOCK) ? readLock() : new TreeMap<>();
    for (String set : sets) {
      Path fresh = resolve(set, all);
      all.put(set, hashes(fresh));
      replace(folder(set), fresh);
    }
    StringBuilder text =
        new StringBuilder(
            "# set sha256 jar: what deps/pom.xml resolves to. Written by `make lock`.\n");
    all.forEach((set, jars) ->
        jars.forEach((jar, hash) -> text.append(set + " " + hash + " " + jar + "\n")));
    Files.writeString(LOCK, text);
  }

  /** The lock: set → jar → sha256 in hex. */
  private static SortedMap<String, SortedMap<String, String>> readLock() throws IOException {
    SortedMap<String, SortedMap<String, String>> locked = new TreeMap<>();
    if (!Files.exists(LOCK)) {
      throw new Refusal(LOCK + " is missing: take it from git, or write it with `make lock`");
    }
    for (String line : Files.readAllLines(LOCK)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] fields = line.split(" ");
      if (fields.length != 3) {
        throw new Refusal(LOCK + ": not \"set sha256 jar\": " + line);
      }
      locked.computeIfAbsent(fields[0], s -> new TreeMap<>()).put(fields[2], fields[1]);
    }
    return locked;
  }

  /** Has Maven copy into a new folder the set's jars, less those that {@link #RUN} has anyway. */
  private static Path resolve(String set, SortedMap<String, SortedMap<String, String>> locked)
      throws IOException, InterruptedException {
    Path fresh = Path.of(folder(set) + ".new");
    delete(fresh);
    Files.createDirectories(fresh);
    Files.deleteIfExists(LOG);
    if (!maven(set, fresh, List.of("--offline")) && !maven(set, fresh, List.of())) {
      String log = Files.readString(LOG);
      throw new Refusal(
          log.contains("Could not transfer") || log.contains("could not be resolved")
              ? "Maven found nothing, neither on the network nor in its cache (~/.m2/repository):"
                  + " if this machine needs a mirror or a proxy, name it under <mirrors> or"
                  + " <proxies> in ~/.m2/settings.xml; Maven's own words are in "
                  + LOG
              : "Maven could not read " + POM + "; its own words are in " + LOG);
    }
    if (!set.equals(RUN)) {
      for (String jar : locked.getOrDefault(RUN, new TreeMap<>()).keySet()) {
        Files.deleteIfExists(fresh.resolve(jar));
      }
    }
    return fresh;
  }

  private static boolean maven(String set, Path to, List<String> extra)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("mvn", "-q", "-B", "-ntp"));
    command.addAll(extra);
    command.addAll(List.of("-f", POM.toString(), "-DincludeScope=runtime"));
    command.add("-DoutputDirectory=" + to.toAbsolutePath());
    if (!set.equals(RUN)) {
      command.add("-P" + set);
    }
    command.add("org.apache.maven.plugins:maven-dependency-plugin:copy-dependencies");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.start().waitFor() == 0;
  }

  private static Path folder(String set) {
    return Path.of(set.equals(RUN) ? "build/deps" : "build/deps-" + set);
  }

  private static SortedMap<String, String> hashes(Path folder) throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    for (Path jar : files(folder)) {
      hashes.put(jar.getFileName().toString(), sha256(jar));
    }
    return hashes;
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void replace(Path old, Path fresh) throws IOException {
    delete(old);
    Files.move(fresh, old);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path file : files(folder)) {
        Files.delete(file);
      }
      Files.delete(folder);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
