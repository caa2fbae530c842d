package shelfcast.command;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of one program: its flags and words, as picocli understands them. */
final class Syntax {
  static final String HELP = "--help";
  static final String VERSION = "--version";

  private final Program program;
  private final CommandSpec spec;

  Syntax(Program program) {
    this.program = program;
    spec = CommandSpec.create().name(program.name());
    spec.interpolateVariables(false);
    program.keys().forEach(key -> spec.addOption(option(key)));
    spec.addOption(OptionSpec.builder("-h", HELP).usageHelp(true).arity("0").build());
    spec.addOption(OptionSpec.builder(VERSION).versionHelp(true).arity("0").build());
    spec.addPositional(
        PositionalParamSpec.builder()
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("0..*")
            .build());
  }

  /** What a command line says. */
  record Words(boolean help, boolean version, Map<Key<?>, Given> flags, List<String> others) {}

  /**
   * Takes a command line apart.
   *
   * @throws Failure when a flag is unknown, of another program, given twice or without its value,
   *     or a word is one too many
   */
  Words parse(List<String> arguments) {
    CommandLine parser = new CommandLine(spec).setExpandAtFiles(false);
    try {
      return words(parser.parseArgs(spelledOut(arguments).toArray(String[]::new)));
    } catch (UnmatchedArgumentException e) {
      throw unknown(e.getUnmatched().getFirst());
    } catch (OverwrittenOptionException e) {
      throw usage(((OptionSpec) e.getOverwritten()).longestName() + " is given more than once");
    } catch (MissingParameterException e) {
      OptionSpec option = (OptionSpec) e.getMissing().getFirst();
      throw usage(
          option.longestName()
              + " needs a value: "
              + option.longestName()
              + " "
              + option.paramLabel());
    } catch (ParameterException e) {
      throw usage(e.getMessage());
    }
  }

  /** The failure that {@code message} describes, with a word on where to read more. */
  Failure usage(String message) {
    return Failure.usage(message + " (see " + program.name() + " " + HELP + ")");
  }

  private Words words(ParseResult parsed) {
    Map<Key<?>, Given> flags = new HashMap<>();
    for (Key<?> key : program.keys()) {
      if (parsed.hasMatchedOption(key.flag())) {
        String text = parsed.matchedOptionValue(key.flag(), "");
        flags.put(key, new Given(text, new Source.Flag(key.flag())));
      }
    }
    List<String> others = parsed.matchedPositionalValue(0, List.of());
    if (program.actions().isEmpty() && !others.isEmpty()) {
      throw usage(
          "unexpected word "
              + Quote.of(others.getFirst())
              + "; "
              + program.name()
              + " takes only flags");
    }
    return new Words(
        parsed.isUsageHelpRequested(), parsed.isVersionHelpRequested(), flags, List.copyOf(others));
  }

  /**
   * Writes {@code --force} as {@code --force=true}, so that every flag has a value and none takes
   * the next word.
   */
  private List<String> spelledOut(List<String> arguments) {
    Set<String> switches = new HashSet<>();
    program.keys().stream().filter(Syntax::isSwitch).forEach(key -> switches.add(key.flag()));
    int end = arguments.contains("--") ? arguments.indexOf("--") : arguments.size();
    return Stream.concat(
            arguments.subList(0, end).stream()
                .map(argument -> switches.contains(argument) ? argument + "=true" : argument),
            arguments.subList(end, arguments.size()).stream())
        .toList();
  }

  private Failure unknown(String argument) {
    String flag = argument.split("=", 2)[0];
    Set<String> owners =
        Keys.all().stream()
            .filter(key -> key.flag().equals(flag))
            .flatMap(key -> key.programs().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    if (!owners.isEmpty()) {
      return usage(
          flag + " is a flag of " + String.join(", ", owners) + ", not of " + program.name());
    }
    Set<String> known = new TreeSet<>(List.of(HELP.substring(2), VERSION.substring(2)));
    program.keys().forEach(key -> known.add(key.name()));
    String nearest = Nearest.to(flag.replaceFirst("^-{1,2}", ""), known);
    return usage("unknown flag " + flag + "; the nearest that exists is --" + nearest);
  }

  private static OptionSpec option(Key<?> key) {
    return OptionSpec.builder(key.flag())
        .type(String.class)
        .arity("1")
        .paramLabel(isSwitch(key) ? "true|false" : key.placeholder())
        .build();
  }

  static boolean isSwitch(Key<?> key) {
    return key.kind() instanceof Kind.Flag;
  }
}
