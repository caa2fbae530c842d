package shelfcast.command;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the things a program can be asked to do, named by the first word on its command line that
 * is not a flag, as {@code diff} in {@code shelfcast-model diff VERSION OTHER}.
 *
 * @param name the word
 * @param summary what it does, in one line
 * @param required names of the words that must follow, in order
 * @param optional names of the words that may follow those, in order
 */
public record Action(String name, String summary, List<String> required, List<String> optional) {
  /** Copies the lists. */
  public Action {
    required = List.copyOf(required);
    optional = List.copyOf(optional);
  }

  /** An action followed by exactly the words {@code required}. */
  public Action(String name, String summary, String... required) {
    this(name, summary, List.of(required), List.of());
  }

  /** The action and its words as help shows them: {@code verify [VERSION]}. */
  String synopsis() {
    return Stream.of(
            Stream.of(name), required.stream(), optional.stream().map(word -> "[" + word + "]"))
        .flatMap(words -> words)
        .collect(Collectors.joining(" "));
  }
}
