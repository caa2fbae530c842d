package shelfcast.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import shelfcast.testing.Command;
import shelfcast.testing.Result;
import shelfcast.testing.Server;

/** A store to run programs against, and to look into from outside. */
abstract class Depot {
  /** What the name of a bundle looks like. */
  static final String VERSION = "\\d{8}T\\d{6}Z-[0-9a-f]{8}";

  /** Where sales arrive. */
  static final String SALES = "data/raw/sales.csv";

  /** The pointer to the champion. */
  static final String CURRENT = "models/current.json";

  private static final JsonMapper JSON = new JsonMapper();

  private final String uri;
  private final Map<String, String> environment;

  Depot(String uri, Map<String, String> environment) {
    this.uri = uri;
    this.environment = environment;
  }

  /** A folder, which need not be there. */
  static Depot folder(Path folder) {
    return new Folder(folder);
  }

  /** A copy of a committed folder, with the champion that the first version of shelfcast left. */
  static Depot withChampion(Path folder) {
    Path fixture = Path.of("tests/shelfcast.model/fixtures/bundle-v1");
    try (Stream<Path> files = Files.walk(fixture)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = folder.resolve(fixture.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder(folder);
  }

  /** What {@code --store} names. */
  String uri() {
    return uri;
  }

  /** A program, told to use this store. */
  Command command(String launcher, String... arguments) {
    return withEnvironment(
        Command.of(
            launcher,
            Stream.concat(Stream.of(arguments), Stream.of("--store", uri)).toArray(String[]::new)));
  }

  /** A program that can reach this store, if it is told to. */
  Command withEnvironment(Command command) {
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      command = command.with(variable.getKey(), variable.getValue());
    }
    return command;
  }

  /** Runs a program on this store. */
  Result run(String launcher, String... arguments) {
    return command(launcher, arguments).run();
  }

  /** Runs a program on this store that must end well, and gives what it printed. */
  String runs(String launcher, String... arguments) {
    return expects(0, launcher, arguments).out();
  }

  /** Runs a program on this store that must end with an exit code. */
  Result expects(int exit, String launcher, String... arguments) {
    Result result = run(launcher, arguments);
    assertEquals(exit, result.exit(), result.err());
    return result;
  }

  /** Makes sample sales, and trains on them, not for long. */
  String train(String... arguments) {
    runs("shelfcast-datagen");
    return runs(
        "shelfcast-train",
        Stream.concat(Stream.of("--models", "next-day", "--epochs", "3"), Stream.of(arguments))
            .toArray(String[]::new));
  }

  /** Serves from this store, at a free port, looking for a new champion often. */
  Server serve() {
    return command("shelfcast-serve", "--port", "0", "--poll", "0.1").serve();
  }

  /** Serves from this store, and waits until the champion, or the fallback, is in use. */
  Server serveReady() {
    Server server = serve();
    while (server.get("/ready").statusCode() != 200) {
      Thread.onSpinWait();
    }
    return server;
  }

  /** Every object in the store with its sha256. */
  SortedMap<String, String> digests() {
    SortedMap<String, String> digests = new TreeMap<>();
    keys().forEach(key -> digests.put(key, sha256(get(key))));
    return digests;
  }

  /** An object, read as JSON. */
  JsonNode json(String key) {
    return parse(new String(get(key), StandardCharsets.UTF_8));
  }

  /** The manifest of a bundle. */
  JsonNode manifest(String version) {
    return json("models/" + version + "/manifest.json");
  }

  /** The champion's version. */
  String champion() {
    return json(CURRENT).path("version").asText();
  }

  /** Every key in the store. */
  abstract Stream<String> keys();

  /** An object that is there. */
  abstract byte[] get(String key);

  /** Puts an object. */
  abstract void put(String key, byte[] content);

  /** Puts a text. */
  void put(String key, String text) {
    put(key, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads one JSON document. */
  static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SHA-256, in hexadecimal digits. */
  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static final class Folder extends Depot {
    private final Path folder;

    Folder(Path folder) {
      super("file:" + folder, Map.of());
      this.folder = folder;
    }

    /** Files that begin with a dot are the store's own business. */
    @Override
    Stream<String> keys() {
      try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
        return files
            .filter(file -> Files.isRegularFile(file) && !name(file).startsWith("."))
            .map(file -> folder.relativize(file).toString())
            .toList()
            .stream();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String name(Path file) {
      return file.getFileName().toString();
    }

    @Override
    byte[] get(String key) {
      try {
        return Files.readAllBytes(folder.resolve(key));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    void put(String key, byte[] content) {
      try {
        Files.createDirectories(folder.resolve(key).getParent());
        Files.write(folder.resolve(key), content);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
