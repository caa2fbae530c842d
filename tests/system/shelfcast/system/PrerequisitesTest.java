package shelfcast.system;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import shelfcast.testing.Command;
import shelfcast.testing.Result;
import shelfcast.testing.Sales;

/**
 * {@code deps/check.sh} on machines that lack something: folders play the JDKs and {@code PATH}.
 */
@Execution(ExecutionMode.CONCURRENT)
class PrerequisitesTest {
  private static final List<String> UTILITIES =
      List.of("sed", "head", "grep", "dirname", "readlink");

  @TempDir Path machine;

  @Test
  void takesJavaHomeWhenItIsAJdk25() throws IOException {
    Path jdk = jdk("here/jdk", "25.0.3", "jmods/java.base.jmod");
    assertEquals(new Result(0, jdk + "\n", ""), check(jdk.toString()));
  }

  @Test
  void takesAJdkWithoutJmodsWhoseRunTimeImageLinks() throws IOException {
    Path jdk = jdk("here/jdk", "25", "lib/modules");
    Files.writeString(jdk.resolve("lib/modules"), "…/fs_java.base_files…");
    assertEquals(new Result(0, jdk + "\n", ""), check(jdk.toString()));
  }

  @Test
  void findsAJdk25WhenJavaHomeIsOlderAndSaysSoInOneLine() throws IOException {
    Path old = jdk("here/old", "17.0.15", "jmods/java.base.jmod");
    Path jdk = jdk("places/temurin-25", "25.0.3", "jmods/java.base.jmod");
    Result result = check(old.toString());
    assertEquals(jdk + "\n", result.out());
    assertEquals(
        "JAVA_HOME (%s) is Java 17.0.15: using JDK 25 in %s%n".formatted(old, jdk), result.err());
  }

  @Test
  void findsAJdk25AsMacOsKeepsIt() throws IOException {
    Path jdk = jdk("places/temurin-25.jdk/Contents/Home", "25", "jmods/java.base.jmod");
    assertEquals(jdk + "\n", check("").out());
  }

  @Test
  void findsTheJdkOfAJavaOnThePath() throws IOException {
    Path jdk = jdk("elsewhere/jdk", "25", "jmods/java.base.jmod");
    tools("mvn", "git");
    Files.createSymbolicLink(machine.resolve("bin/java"), jdk.resolve("bin/java"));
    Result result = check("");
    assertEquals(jdk + "\n", result.out());
    assertTrue(result.err().startsWith("JAVA_HOME is not set: using JDK 25 in "), result.err());
  }

  @Test
  void refusesAJreByName() throws IOException {
    Path jre = jdk("here/jre", "25.0.3", "jmods/java.base.jmod");
    Files.delete(jre.resolve("bin/javac"));
    Result result = check(jre.toString());
    assertEquals(1, result.exit());
    assertTrue(result.err().contains(jre + ") is a JRE: it has no javac"), result.err());
  }

  @Test
  void refusesAJdkThatJlinkCannotLinkFrom() throws IOException {
    Path jdk = jdk("here/jdk", "25.0.3", "lib/modules");
    Result result = check(jdk.toString());
    assertEquals(1, result.exit());
    assertTrue(result.err().contains("has no jmods folder"), result.err());
    assertTrue(result.err().contains("JEP 493"), result.err());
  }

  @Test
  void namesEverythingThatIsMissingAndTheLinesThatInstallIt() throws IOException {
    tools();
    Result result = check("");
    String said = result.err();
    assertEquals(1, result.exit());
    assertEquals("", result.out());
    assertAll(
        () -> assertTrue(said.contains("JDK 25 is missing: JAVA_HOME is not set"), said),
        () -> assertTrue(said.contains("sudo apt-get install temurin-25-jdk"), said),
        () -> assertTrue(said.contains("sudo dnf install temurin-25-jdk"), said),
        () -> assertTrue(said.contains("brew install --cask temurin@25"), said),
        () -> assertTrue(said.contains("Maven is missing"), said),
        () -> assertTrue(said.contains("brew install maven"), said),
        () -> assertTrue(said.contains("git is missing"), said));
  }

  @Test
  void goesOnWithoutGit() throws IOException {
    Path jdk = jdk("here/jdk", "25", "jmods/java.base.jmod");
    tools("mvn");
    Result result = check(jdk.toString());
    assertEquals(0, result.exit());
    assertTrue(result.err().startsWith("git is missing: the build goes on"), result.err());
    assertFalse(result.err().contains("Maven"), result.err());
  }

  /** Runs the check with nothing but this test's folders to look into. */
  private Result check(String javaHome) throws IOException {
    if (!Files.exists(machine.resolve("bin"))) {
      tools("mvn", "git");
    }
    return Command.ofWords(List.of("/bin/sh", "deps/check.sh"))
        .with("JAVA_HOME", javaHome)
        .with("JDK_PLACES", machine.resolve("places").toString())
        .with("PATH", machine.resolve("bin").toString())
        .run();
  }

  /** Makes a PATH of the utilities that every system has, and some programs. */
  private void tools(String... programs) throws IOException {
    Path bin = machine.resolve("bin");
    for (String utility : UTILITIES) {
      program(bin.resolve(utility), "PATH=/usr/bin:/bin exec " + utility + " \"$@\"");
    }
    for (String program : programs) {
      program(bin.resolve(program), "");
    }
  }

  /** Makes a folder that looks like a JDK. */
  private Path jdk(String folder, String version, String moreFiles) throws IOException {
    Path jdk = machine.resolve(folder);
    Sales.write(
        jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\nMODULES=\"java.base\"\n");
    Sales.write(jdk.resolve(moreFiles), "");
    for (String program : List.of("java", "javac", "jlink")) {
      program(jdk.resolve("bin").resolve(program), "");
    }
    return jdk;
  }

  private static void program(Path file, String script) throws IOException {
    Sales.write(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
