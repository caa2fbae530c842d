package shelfcast.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Numbers the series of a file 0, 1, 2… by the cells that name them. */
final class SeriesNames {
  /** The name of the only series of a file that does not name any. */
  private static final String ALL = "all";

  /** Between the cells of a name: a byte that UTF-8 never has. */
  private static final byte BETWEEN = (byte) 0xff;

  private final int[] columns;
  private final Dictionary ids = new Dictionary();
  private byte[] name = new byte[64];

  /** Names made of the cells of these columns; of none, if there is only one series. */
  SeriesNames(List<Integer> columns) {
    this.columns = columns.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The first column of the row that should name its series and is empty, if there is one. */
  OptionalInt empty(CsvScanner row) {
    for (int column : columns) {
      if (row.start(column) == row.end(column)) {
        return OptionalInt.of(column);
      }
    }
    return OptionalInt.empty();
  }

  /** The number of the row's series. */
  int idOf(CsvScanner row) {
    if (columns.length == 1) {
      return ids.idOf(row.bytes(), row.start(columns[0]), row.end(columns[0]));
    }
    int length = 0;
    for (int column : columns) {
      int cell = row.end(column) - row.start(column);
      if (length + cell + 1 > name.length) {
        name = Arrays.copyOf(name, 2 * (length + cell + 1));
      }
      System.arraycopy(row.bytes(), row.start(column), name, length, cell);
      length += cell;
      name[length++] = BETWEEN;
    }
    return ids.idOf(name, 0, length);
  }

  /** The series' name for people: its cells joined by a slash. */
  String text(int id) {
    if (columns.length < 2) {
      return columns.length == 0 ? ALL : ids.text(id);
    }
    List<String> cells = new ArrayList<>();
    byte[] whole = ids.bytes(id);
    int start = 0;
    for (int at = 0; at < whole.length; at++) {
      if (whole[at] == BETWEEN) {
        cells.add(new String(whole, start, at - start, StandardCharsets.UTF_8));
        start = at + 1;
      }
    }
    return String.join("/", cells);
  }
}
