package shelfcast.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnRolesTest {
  @Test
  void aColumnHasOnePart() {
    assertRefused("price", List.of(), List.of("price"), List.of("price"), List.of());
    assertRefused("sales", List.of(), List.of("sales"), List.of(), List.of());
    assertRefused("date", List.of("date"), List.of(), List.of(), List.of());
    assertRefused("kind", List.of(), List.of(), List.of("kind"), List.of("kind"));
    assertRefused("a", List.of("a", "a"), List.of(), List.of(), List.of());
  }

  @Test
  void aColumnThatNamesTheSeriesMayBeACategoryToo() {
    ColumnRoles roles =
        new ColumnRoles("date", "sales", List.of("store"), List.of(), List.of(), List.of("store"));
    assertEquals(roles.series(), roles.statics());
  }

  private static void assertRefused(
      String column,
      List<String> series,
      List<String> known,
      List<String> past,
      List<String> statics) {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> new ColumnRoles("date", "sales", series, known, past, statics))
            .getMessage();
    assertTrue(message.startsWith("column \"" + column + "\" is listed twice"), message);
  }
}
