package shelfcast.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import shelfcast.testing.Command;
import shelfcast.testing.Result;

/** What jlink put into {@code build/image-serve} and {@code build/image-train}. */
@Execution(ExecutionMode.CONCURRENT)
class ImageTest {
  private static final long LARGEST_SERVE = 75_000_000;

  @Test
  void theServersImageIsSmall() throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(image("serve"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    assertTrue(bytes <= LARGEST_SERVE, "image-serve has " + bytes + " bytes");
  }

  @Test
  void theServersImageDoesWithoutWhatWeNeverTouch() {
    Set<String> modules = modules("serve");
    assertTrue(modules.contains("shelfcast.serve"), modules.toString());
    modules.retainAll(
        Set.of(
            "java.desktop",
            "java.net.http",
            "java.sql",
            "jdk.httpserver",
            "jdk.incubator.vector",
            "shelfcast.evaluate",
            "shelfcast.simd",
            "shelfcast.train"));
    assertEquals(Set.of(), modules);
  }

  @Test
  void theTrainingImageHasTheVectorKernels() {
    Set<String> modules = modules("train");
    assertTrue(
        modules.containsAll(Set.of("shelfcast.train", "shelfcast.datagen", "shelfcast.simd")),
        modules.toString());
    modules.retainAll(Set.of("java.desktop", "java.net.http", "java.sql", "undertow.core"));
    assertEquals(Set.of(), modules);
  }

  @Test
  void bothTrustTheUsualAuthorities() throws IOException, GeneralSecurityException {
    for (String name : List.of("serve", "train")) {
      File file = image(name).resolve("lib/security/cacerts").toFile();
      int authorities = KeyStore.getInstance(file, (char[]) null).size();
      assertTrue(authorities >= 50, name + " trusts " + authorities);
    }
  }

  private static Path image(String name) {
    return Command.image().resolveSibling("image-" + name);
  }

  private static Set<String> modules(String name) {
    String java = image(name).resolve("bin/java").toString();
    Result result = Command.ofWords(List.of(java, "--list-modules")).run();
    assertEquals(0, result.exit(), result.err());
    return result
        .out()
        .lines()
        .map(line -> line.split("[@ ]")[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
