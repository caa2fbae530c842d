package shelfcast.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code --help} of every program says. */
class HelpTextTest {
  static Set<String> programs() {
    Set<String> names = new TreeSet<>();
    Keys.all().forEach(key -> names.addAll(key.programs()));
    return names;
  }

  private record Named(String name, List<Action> actions) implements Program {
    @Override
    public String summary() {
      return "Does one thing.";
    }

    @Override
    public ExitCode run(Invocation in) {
      return ExitCode.DONE;
    }
  }

  @Test
  void thereAreEightPrograms() {
    assertEquals(8, programs().size());
  }

  @ParameterizedTest
  @MethodSource("programs")
  void itShowsEveryKeyAndCodeWithin100Columns(String name) {
    String help = HelpText.of(new Named(name, List.of()));
    assertTrue(help.lines().allMatch(line -> line.length() <= 100), help);
    for (Key<?> key : Keys.of(name)) {
      assertTrue(help.contains("\n  " + key.flag() + " "), key.flag() + " in\n" + help);
      assertTrue(help.contains(" " + key.variable() + "\n"), key.variable() + " in\n" + help);
    }
    for (ExitCode code : ExitCode.values()) {
      assertTrue(help.contains("\n  " + code.code() + "  " + code.meaning() + "\n"), help);
    }
  }

  @Test
  void itShowsActions() {
    Action verify = new Action("verify", "Checks a model.", List.of(), List.of("VERSION"));
    String help = HelpText.of(new Named("shelfcast-model", List.of(verify)));
    assertTrue(help.startsWith("Usage: shelfcast-model ACTION [flags]\n"), help);
    assertTrue(help.contains("\nActions:\n  verify [VERSION]  Checks a model.\n"), help);
  }
}
