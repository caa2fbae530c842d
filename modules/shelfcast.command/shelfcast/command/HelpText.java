package shelfcast.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What {@code --help} prints: at most 100 columns, no colours. */
final class HelpText {
  private static final int WIDTH = 100;
  private static final int INDENT = 2;
  private static final int GAP = 2;

  private final StringBuilder text = new StringBuilder();

  private HelpText() {}

  /** The help of {@code program}: how to call it, its actions, its flags by group, exit codes. */
  static String of(Program program) {
    HelpText help = new HelpText();
    boolean acts = !program.actions().isEmpty();
    help.line("Usage: " + program.name() + (acts ? " ACTION [flags]" : " [flags]"));
    help.paragraph(program.summary());
    if (acts) {
      help.heading("Actions");
      help.rows(
          program.actions().stream()
              .map(action -> new Row(action.synopsis(), List.of(action.summary())))
              .toList());
    }
    help.flags(program);
    help.heading("Settings");
    help.indented(
        "Every flag but --help and --version is also an environment variable, shown behind it, and"
            + " a key in the JSON file that --config names (--batch-size is \"batch_size\"). A flag"
            + " counts before the variable, the variable before the file. A switch such as --force"
            + " is turned off by --force=false.");
    help.heading("Exit codes");
    for (ExitCode code : ExitCode.values()) {
      help.line("  " + code.code() + "  " + code.meaning());
    }
    return help.text.toString();
  }

  private record Row(String left, List<String> right) {}

  private void flags(Program program) {
    Map<Key.Group, List<Row>> groups = new TreeMap<>();
    for (Key<?> key : program.keys()) {
      groups.computeIfAbsent(key.group(), group -> new ArrayList<>()).add(row(key));
    }
    List<Row> general = groups.computeIfAbsent(Key.Group.GENERAL, group -> new ArrayList<>());
    general.add(new Row(Syntax.HELP + ", -h", List.of("Show this help.")));
    general.add(new Row(Syntax.VERSION, List.of("Show the version.")));
    int left =
        groups.values().stream()
            .flatMap(List::stream)
            .mapToInt(row -> row.left().length())
            .max()
            .orElse(0);
    groups.forEach((group, rows) -> {
      heading(group.heading());
      rows(rows, left);
    });
  }

  private static Row row(Key<?> key) {
    String left = Syntax.isSwitch(key) ? key.flag() : key.flag() + " " + key.placeholder();
    return new Row(left, List.of(key.help(), "default: " + key.unset() + "; " + key.variable()));
  }

  private void heading(String heading) {
    text.append('\n');
    line(heading + ":");
  }

  private void rows(List<Row> rows) {
    rows(rows, rows.stream().mapToInt(row -> row.left().length()).max().orElse(0));
  }

  private void rows(List<Row> rows, int left) {
    int column = INDENT + left + GAP;
    for (Row row : rows) {
      String start = " ".repeat(INDENT) + row.left();
      for (String part : row.right()) {
        for (String piece : wrapped(part, WIDTH - column)) {
          line(start + " ".repeat(column - start.length()) + piece);
          start = "";
        }
      }
    }
  }

  private void paragraph(String words) {
    text.append('\n');
    wrapped(words, WIDTH).forEach(this::line);
  }

  private void indented(String words) {
    wrapped(words, WIDTH - INDENT).forEach(piece -> line(" ".repeat(INDENT) + piece));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private static List<String> wrapped(String words, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
