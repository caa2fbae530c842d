package shelfcast.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocsTest {
  static Set<Path> pages() {
    return Docs.pages().keySet();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void generatedPagesAreUpToDate(Path page) {
    assertEquals(Docs.pages().get(page), Room.read(page), page + " is stale: run `make docs`");
  }

  @Test
  void firstSentenceEndsAtItsFullStopAndNotAtAnAbbreviation() {
    assertEquals(
        "Reads a file, e.g. `sales.csv`.",
        Room.firstSentence("Reads a file, e.g. `sales.csv`. Then\nmore."));
  }
}
