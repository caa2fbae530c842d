package shelfcast.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DictionaryTest {
  @Test
  void numbersTextsInTheOrderTheyAreFirstSeen() {
    Dictionary dictionary = new Dictionary();
    Map<String, Integer> expected = new LinkedHashMap<>();
    for (int i = 0; i < 20_000; i++) {
      // Every text comes twice in a row, and again much later; the empty one is a text too.
      int number = i / 2 % 7_000;
      String text = number == 0 ? "" : "é/" + number * 31;
      expected.putIfAbsent(text, expected.size());
      byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
      assertEquals(expected.get(text), dictionary.idOf(bytes, 1, bytes.length - 1));
    }
    assertEquals(7_000, dictionary.size());
    expected.forEach((text, id) -> assertEquals(text, dictionary.text(id)));
  }
}
