package shelfcast.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One module of ours: its compiled descriptor and its source.
 *
 * @param descriptor from {@code build/modules}
 * @param source its folder below {@code modules}
 */
record Room(ModuleDescriptor descriptor, Path source) {
  private static final Path COMPILED = Path.of("build/modules");
  private static final Path SOURCES = Path.of("modules");
  private static final String OURS = "shelfcast.";
  private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*"
              + "public (?:(?:abstract|final|sealed|non-sealed) )*"
              + "(?:class|interface|record|enum|@interface) (\\w+)",
          Pattern.DOTALL);

  /**
   * A public type of the exported package.
   *
   * @param name its simple name
   * @param purpose the first sentence of its javadoc, as Markdown
   */
  record Type(String name, String purpose) {}

  /** Every room, by name. */
  static List<Room> all() {
    return ModuleFinder.of(COMPILED).findAll().stream()
        .map(ModuleReference::descriptor)
        .sorted(Comparator.comparing(ModuleDescriptor::name))
        .map(descriptor -> new Room(descriptor, SOURCES.resolve(descriptor.name())))
        .toList();
  }

  String name() {
    return descriptor.name();
  }

  /** The rooms of ours that it requires. */
  SortedSet<String> rooms() {
    return required(name -> name.startsWith(OURS));
  }

  /** The modules of the JDK and of others that it requires, {@code java.base} aside. */
  SortedSet<String> others() {
    return required(name -> !name.startsWith(OURS) && !name.equals("java.base"));
  }

  private SortedSet<String> required(Predicate<String> which) {
    return descriptor.requires().stream()
        .map(ModuleDescriptor.Requires::name)
        .filter(which)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What {@code module-info.java} opens with, as Markdown; empty if that is no javadoc. */
  String purpose() {
    Matcher javadoc = JAVADOC.matcher(read(source.resolve("module-info.java")));
    return javadoc.lookingAt() ? markdown(javadoc.group(1)) : "";
  }

  /** The public types of the exported package that have javadoc, by name. */
  List<Type> types() {
    return files(source.resolve(name().replace('.', '/')), ".java").stream()
        .flatMap(file -> PUBLIC_TYPE.matcher(read(file)).results().limit(1))
        .map(Room::type)
        .sorted(Comparator.comparing(Type::name))
        .toList();
  }

  private static Type type(MatchResult match) {
    return new Type(match.group(2), firstSentence(markdown(match.group(1))));
  }

  /** The room's class files. */
  List<Path> classes() {
    return files(COMPILED.resolve(name()), ".class");
  }

  /** The text up to the first full stop that ends a sentence. */
  static String firstSentence(String markdown) {
    return markdown.replace('\n', ' ').split("(?<=\\.) (?=[A-Z])", 2)[0].strip();
  }

  private static String markdown(String javadoc) {
    return javadoc
        .replaceAll("(?m)^\\s*\\* ?", "")
        .replaceAll("(?s)\\n@(param|return|throws|see|since).*", "")
        .replaceAll("\\{@(?:code|literal)\\s+([^{}]*)}", "`$1`")
        .replaceAll("\\{@link(?:plain)?\\s+(?:[a-z]+\\.)*([\\w.#]+)[^{}]*}", "`$1`")
        .replaceAll("\\n*<p>", "\n\n")
        .replaceAll("(?<!\\n)\\n(?!\\n)", " ")
        .replaceAll(" {2,}", " ")
        .strip();
  }

  /** The files below a folder whose names end so, in order; none if there is no such folder. */
  static List<Path> files(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
