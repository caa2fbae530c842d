package shelfcast.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.reflect.AccessFlag;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shelfcast.testing.Command;
import shelfcast.testing.Result;

/** The rules of the house that a machine can hold (CONTRIBUTING.md has the others). */
class SourceRulesTest {
  private static final int MAX_LINES = 400;

  /** What no tracked text may contain: split, so that this file does not. */
  private static final Map<Pattern, String> FORBIDDEN =
      Map.of(
          Pattern.compile("(?<![\\w.:/~-])/(?:work|root|opt|home)/"), "a path of one machine",
          Pattern.compile("com[.]sun[.]net[.]httpserver"), "the JDK's own HTTP server",
          Pattern.compile("\\b(?:TO" + "DO|FIX" + "ME|XX" + "X)\\b"), "work put off",
          Pattern.compile("catch \\((?:Exception|Throwable) "), "a catch of everything",
          Pattern.compile("Thread[.]sleep\\("), "a wait for luck instead of for an event",
          Pattern.compile("AKIA[0-9A-Z]{16}"), "an AWS access key");

  static List<Room> rooms() {
    return Room.all();
  }

  @Test
  void noSourceFileIsLong() {
    assertEquals(
        List.of(), java().filter(file -> Room.read(file).lines().count() > MAX_LINES).toList());
  }

  @Test
  void noClassIsNamedAfterNothing() {
    Pattern vague = Pattern.compile(".*(?:Utils?|Helper|Manager)\\.java");
    assertEquals(
        List.of(),
        java().filter(file -> vague.matcher(file.getFileName().toString()).matches()).toList());
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void noStaticFieldCanChange(Room room) throws IOException {
    List<String> changeable = new ArrayList<>();
    for (Path file : room.classes()) {
      ClassModel model = ClassFile.of().parse(file);
      model.fields().stream()
          .filter(field -> field.flags().has(AccessFlag.STATIC))
          .filter(field -> !field.flags().has(AccessFlag.FINAL))
          .map(FieldModel::fieldName)
          .forEach(name -> changeable.add(model.thisClass().asInternalName() + "." + name));
    }
    assertEquals(List.of(), changeable);
  }

  @Test
  void noTrackedTextHoldsWhatItMustNot() throws IOException {
    List<String> faults = new ArrayList<>();
    for (Path file : tracked()) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      FORBIDDEN.forEach((pattern, what) -> {
        if (pattern.matcher(text).find()) {
          faults.add(file + " holds " + what + ": " + pattern);
        }
      });
    }
    assertEquals(List.of(), faults);
  }

  private static Stream<Path> java() {
    return Stream.of("modules", "tests", "deps", "jlink", "config")
        .flatMap(folder -> Room.files(Path.of(folder), ".java").stream());
  }

  /** The files that git knows of or would add; without git, those in the folders of sources. */
  private static List<Path> tracked() {
    if (!Files.exists(Path.of(".git"))) {
      return java().toList();
    }
    Result files =
        Command.ofWords(List.of("git", "ls-files", "--cached", "--others", "--exclude-standard"))
            .run();
    assertEquals(0, files.exit(), files.err());
    return files.out().lines().map(Path::of).filter(Files::isRegularFile).toList();
  }
}
