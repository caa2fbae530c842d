package shelfcast.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shape of the house: who may lean on whom. A new arrow is a decision, made here first. */
class ModuleGraphTest {
  private static final Map<String, Set<String>> SHAPE =
      Map.ofEntries(
          Map.entry("store", Set.of()),
          Map.entry("command", Set.of()),
          Map.entry("ingest", Set.of()),
          Map.entry("features", Set.of("ingest")),
          Map.entry("lstm", Set.of()),
          Map.entry("simd", Set.of("lstm")),
          Map.entry("model", Set.of("features", "lstm", "store")),
          Map.entry("evaluate", Set.of("model")),
          Map.entry("train", Set.of("evaluate", "ingest", "command")),
          Map.entry("serve", Set.of("model", "command")),
          Map.entry("datagen", Set.of("store", "command")));

  /** Others' modules that may be required by one room only. */
  private static final Map<Pattern, String> HOMES =
      Map.of(
          Pattern.compile("software\\.amazon\\..*"), "shelfcast.store",
          Pattern.compile("ojalgo"), "shelfcast.lstm",
          Pattern.compile("info\\.picocli"), "shelfcast.command",
          Pattern.compile("undertow\\..*"), "shelfcast.serve",
          Pattern.compile("jdk\\.incubator\\..*"), "shelfcast.simd");

  private static final Pattern TYPE_NAME = Pattern.compile("([\\w$]+(?:/[\\w$]+)*)/[\\w$]+");

  static List<Room> rooms() {
    return Room.all();
  }

  @Test
  void roomsLeanOnEachOtherAsDrawn() {
    Map<String, Set<String>> actual = new TreeMap<>();
    for (Room room : rooms()) {
      actual.put(room.name(), room.rooms());
    }
    Map<String, Set<String>> drawn = new TreeMap<>();
    SHAPE.forEach((room, to) ->
        drawn.put(
            "shelfcast." + room,
            to.stream().map(name -> "shelfcast." + name).collect(Collectors.toSet())));
    assertEquals(drawn, actual);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomExportsOnePackageIfAnotherLeansOnItAndElseNone(Room room) {
    boolean needed = rooms().stream().anyMatch(other -> other.rooms().contains(room.name()));
    assertEquals(
        needed ? Set.of(room.name()) : Set.of(),
        room.descriptor().exports().stream()
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomSaysWhatItIsFor(Room room) {
    assertTrue(
        room.purpose().length() >= 80,
        room.source() + "/module-info.java must open with a paragraph of javadoc");
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aThirdPartyLibraryLivesInOneRoom(Room room) {
    for (String other : room.others()) {
      HOMES.forEach((library, home) -> {
        if (library.matcher(other).matches()) {
          assertEquals(home, room.name(), other + " lives in " + home);
        }
      });
    }
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void nobodyRequiresTheJdksHttpServer(Room room) {
    assertFalse(room.others().contains("jdk.httpserver"), room.name());
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomRequiresNothingThatItDoesNotUse(Room room) throws IOException {
    ModuleFinder modules =
        ModuleFinder.compose(
            ModuleFinder.of(
                Stream.of(System.getProperty("shelfcast.modulepath").split(File.pathSeparator))
                    .map(Path::of)
                    .toArray(Path[]::new)),
            ModuleFinder.ofSystem());
    Set<String> used = packagesNamedIn(room.classes());
    for (Requires requires : room.descriptor().requires()) {
      Set<String> offered =
          modules
              .find(requires.name())
              .map(ModuleReference::descriptor)
              .map(ModuleDescriptor::packages)
              .orElseThrow();
      assertTrue(
          offered.stream().anyMatch(used::contains),
          room.name() + " requires " + requires.name() + ", but uses no type of it");
    }
  }

  /** Every package of which a type is named in a class file, in code or in a signature. */
  private static Set<String> packagesNamedIn(List<Path> classes) throws IOException {
    Set<String> packages = new HashSet<>();
    for (Path file : classes) {
      ClassFile.of()
          .parse(file)
          .constantPool()
          .forEach(entry -> {
            if (entry instanceof Utf8Entry text) {
              TYPE_NAME
                  .matcher(text.stringValue())
                  .results()
                  .map(ModuleGraphTest::packageName)
                  .forEach(packages::add);
            }
          });
    }
    return packages;
  }

  /** In a descriptor a type's name has an L before it: both readings count. */
  private static String packageName(MatchResult type) {
    String name = type.group(1).replace('/', '.');
    return name.startsWith("L") ? name.substring(1) : name;
  }
}
