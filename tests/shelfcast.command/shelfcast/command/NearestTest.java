package shelfcast.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody most likely meant. */
class NearestTest {
  private static final List<String> NAMES = Keys.all().stream().map(Key::name).toList();

  @ParameterizedTest
  @CsvSource({
    "horzion, horizon",
    "epoch, epochs",
    "lerning-rate, learning-rate",
    "learn, learning-rate",
    "batchsize, batch-size",
    "prot, port",
    "Store, store",
    "stor, store",
    "gap, gaps"
  })
  void slipsAreUnderstood(String word, String name) {
    assertEquals(name, Nearest.to(word, NAMES));
  }

  @ParameterizedTest
  @CsvSource({
    "'', abc, 3",
    "abc, abc, 0",
    "abc, acb, 1",
    "abc, abd, 1",
    "abc, bc, 1",
    "kitten, sitting, 3",
    "ca, abc, 3"
  })
  void distancesAreAsPublished(String a, String b, int edits) {
    assertEquals(edits, Nearest.distance(a, b));
  }

  @Test
  void amongEqualsTheSharedBeginningDecides() {
    assertEquals("abx", Nearest.to("aby", List.of("cby", "abx", "zby")));
  }

  @Property(tries = 200)
  void aNameIsNearestToItself(@ForAll @AlphaChars @StringLength(min = 1, max = 8) String word) {
    assertEquals(0, Nearest.distance(word, word));
    assertEquals(word, Nearest.to(word, List.of(word + "x", word, "x" + word)));
  }

  @Property(tries = 200)
  void distanceIsBoundedByTheLongerWord(
      @ForAll @AlphaChars @StringLength(max = 8) String a,
      @ForAll @AlphaChars @StringLength(max = 8) String b) {
    int edits = Nearest.distance(a, b);
    assertTrue(edits <= Math.max(a.length(), b.length()));
    assertEquals(a.equals(b), edits == 0);
  }
}
