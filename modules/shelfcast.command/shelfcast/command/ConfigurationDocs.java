package shelfcast.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes {@code docs/configuration.md} from the table of keys. */
public final class ConfigurationDocs {
  private static final String HEAD =
      """
      # Configuration

      <!-- Generated from shelfcast.command.Keys by `make docs`; do not edit. -->

      Every setting has one name and can be given in three places:

      | place | `batch-size` is written | |
      | --- | --- | --- |
      | command line | `--batch-size 64` or `--batch-size=64` | once at most; a switch is `--force` or `--force=false` |
      | environment | `SHELFCAST_BATCH_SIZE=64` | set to nothing it counts as not set |
      | file | `"batch_size": 64` | the JSON file that `--config FILE` or `SHELFCAST_CONFIG` names; `//` comments are allowed |

      A flag counts before the environment, the environment before the file, the file before the
      default. Lists have commas between their items (`--known promo,price`; write `\\,` for a
      comma inside a name) and are arrays in the file (`["promo", "price"]`). Numbers and switches
      are written without quotes in the file.

      Programs can share a file and an environment: each reads the keys that it understands. A
      name that no program knows is an error that says which known one is nearest, and so is a
      value that is not allowed, a flag of another program and a flag given twice: exit code 2,
      before anything is read or written. Variables that start with `SHELFCAST_TEST_` belong to
      the tests. `config/pipeline.json` is a file to start from.
      """;

  private static final String CODES =
      """

      ## Exit codes

      | code | meaning |
      | --- | --- |
      """;

  private ConfigurationDocs() {}

  /** Prints {@link #markdown}. */
  public static void main(String[] arguments) {
    PrintStream out = StandardOutput.on(new FileOutputStream(FileDescriptor.out));
    out.print(markdown());
    out.flush();
  }

  /** The text of {@code docs/configuration.md}. */
  public static String markdown() {
    StringBuilder text = new StringBuilder(HEAD);
    for (Key.Group group : Key.Group.values()) {
      text.append("\n## ").append(group.heading()).append("\n\n");
      text.append("| flag, variable, key | value | default | what it does | programs |\n");
      text.append("| --- | --- | --- | --- | --- |\n");
      Keys.all().stream().filter(key -> key.group() == group).forEach(key -> text.append(row(key)));
    }
    text.append(CODES);
    for (ExitCode code : ExitCode.values()) {
      text.append(cells(List.of("`" + code.code() + "`", code.meaning())));
    }
    text.append(
        "\n"
            + "A program that a signal ends reports 128 + the signal: 130 when interrupted, 141"
            + " when the reader of its\n"
            + "output has gone.\n");
    return text.toString();
  }

  private static <T> String row(Key<T> key) {
    List<String> cells = new ArrayList<>();
    cells.add("`" + key.flag() + "`<br>`" + key.variable() + "`" + fileKey(key));
    cells.add(key.kind().allowed());
    cells.add(standard(key));
    cells.add(key.help());
    cells.add(
        key.programs().stream()
            .sorted()
            .map(program -> program.substring("shelfcast-".length()))
            .collect(Collectors.joining(", ")));
    return cells(cells);
  }

  /** The default: as code when it is a value, else the words that describe it. */
  private static <T> String standard(Key<T> key) {
    return key.standard().map(key.kind()::show).filter(key.unset()::equals).isPresent()
        ? "`" + key.unset() + "`"
        : key.unset();
  }

  /** The one key that the file cannot hold is the file's own name. */
  private static String fileKey(Key<?> key) {
    return key.equals(Keys.CONFIG) ? "" : "<br>`\"" + key.fileKey() + "\"`";
  }

  private static String cells(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
