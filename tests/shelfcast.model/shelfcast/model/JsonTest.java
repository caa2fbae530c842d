package shelfcast.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void saysWhereAFileStopsToBeJsonInWordsForItsReader() {
    BundleException e =
        assertThrows(BundleException.class, () -> Json.read("current.json", new byte[] {'{'}));
    assertEquals(
        "current.json is not JSON: Unexpected end-of-input: expected close marker for Object"
            + " (start marker at [line: 1, column: 1])",
        e.getMessage());
  }
}
