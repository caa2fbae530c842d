package shelfcast.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Splits CSV (RFC 4180) into rows and cells without making an object for any of them: a cell is a
 * range of {@link #bytes()}, valid until the next call of {@link #next()}.
 *
 * <p>Rows end with LF, CRLF or CR. A cell that starts with a quote may contain delimiters, line
 * breaks and doubled quotes; elsewhere a quote is a character like any other. Lines with nothing in
 * them are no rows. All text must be UTF-8.
 */
final class CsvScanner {
  /** No row of sales is longer: a quote was left open, and swallows the file. */
  static final int ROW_LIMIT = 1 << 20;

  private static final byte QUOTE = '"';
  private static final byte LF = '\n';
  private static final byte CR = '\r';

  private final String file;
  private final InputStream in;
  private final byte delimiter;

  private byte[] buffer = new byte[1 << 16];

  /** The next byte to look at, and the end of the bytes read. */
  private int position;

  private int limit;

  /** Where the row starts; cells are kept relative to it, so that the buffer can move. */
  private int row;

  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private int cells;
  private long line;
  private long nextLine = 1;

  CsvScanner(String file, InputStream in, char delimiter) {
    this.file = file;
    this.in = in;
    this.delimiter = (byte) delimiter;
  }

  /**
   * Goes to the next row.
   *
   * @return whether there is one
   * @throws BadDataException if the text cannot be split for certain, or is not UTF-8
   */
  boolean next() throws IOException {
    do {
      if (!scanRow()) {
        return false;
      }
    } while (isBlank());
    return true;
  }

  /** The line on which the row starts, counted from 1. */
  long line() {
    return line;
  }

  /** How many cells the row has, at least one. */
  int cells() {
    return cells;
  }

  /** What {@link #start} and {@link #end} point into. */
  byte[] bytes() {
    return buffer;
  }

  /** Where a cell's bytes start. */
  int start(int cell) {
    return row + starts[cell];
  }

  /** Where a cell's bytes end (exclusive). */
  int end(int cell) {
    return row + ends[cell];
  }

  /** A cell as text. */
  String text(int cell) {
    return new String(buffer, start(cell), end(cell) - start(cell), StandardCharsets.UTF_8);
  }

  /** Whether there is nothing in any cell: Excel writes such rows below a table. */
  private boolean isBlank() {
    for (int cell = 0; cell < cells; cell++) {
      if (starts[cell] != ends[cell]) {
        return false;
      }
    }
    return true;
  }

  private boolean scanRow() throws IOException {
    row = position;
    cells = 0;
    line = nextLine;
    if (!available()) {
      return false;
    }
    while (true) {
      if (available() && buffer[position] == QUOTE) {
        scanQuoted();
      } else {
        scanPlain();
      }
      if (!available()) {
        return true;
      }
      byte end = buffer[position++];
      if (end != delimiter) {
        nextLine++;
        if (end == CR && available() && buffer[position] == LF) {
          position++;
        }
        return true;
      }
    }
  }

  private void scanPlain() throws IOException {
    int start = position - row;
    int seen = 0;
    boolean ended = false;
    do {
      byte[] bytes = buffer;
      int at = position;
      for (; at < limit; at++) {
        byte b = bytes[at];
        if (b == delimiter || b == LF || b == CR) {
          ended = true;
          break;
        }
        seen |= b;
      }
      position = at;
    } while (!ended && available());
    add(start, position - row, seen);
  }

  private void scanQuoted() throws IOException {
    long opened = nextLine;
    position++;
    int start = position - row;
    // Doubled quotes are made single in place: the text written never overtakes the text read.
    int end = start;
    int seen = 0;
    while (true) {
      if (!available()) {
        throw bad(opened, "a quote opens here and is never closed", "close it, or double it");
      }
      byte b = buffer[position++];
      if (b == QUOTE) {
        if (!available() || buffer[position] != QUOTE) {
          break;
        }
        position++;
      } else if (b == LF || b == CR && !(available() && buffer[position] == LF)) {
        nextLine++;
      }
      seen |= b;
      buffer[row + end++] = b;
    }
    if (available()) {
      byte after = buffer[position];
      if (after != delimiter && after != LF && after != CR) {
        throw bad(
            nextLine,
            "there is text after a closing quote",
            "double the quotes that belong to the text");
      }
    }
    add(start, end, seen);
  }

  private void add(int start, int end, int seen) {
    // The sign bit is set if any byte of the cell is outside ASCII.
    if (seen < 0 && !Utf8.isValid(buffer, row + start, row + end)) {
      throw bad(
          line,
          "the text in cell " + (cells + 1) + " is not UTF-8",
          "save the file as \"CSV UTF-8\"");
    }
    if (cells == starts.length) {
      starts = Arrays.copyOf(starts, 2 * cells);
      ends = Arrays.copyOf(ends, 2 * cells);
    }
    starts[cells] = start;
    ends[cells] = end;
    cells++;
  }

  /** Whether there is a byte at {@link #position}, after reading on if need be. */
  private boolean available() throws IOException {
    return position < limit || fill();
  }

  private boolean fill() throws IOException {
    int kept = limit - row;
    if (kept > ROW_LIMIT) {
      throw bad(
          line,
          "the row that starts here is longer than " + ROW_LIMIT + " bytes",
          "look for a quote that is left open");
    }
    byte[] target = kept > buffer.length / 2 ? new byte[2 * buffer.length] : buffer;
    System.arraycopy(buffer, row, target, 0, kept);
    buffer = target;
    position -= row;
    limit = kept;
    row = 0;
    int count = in.read(buffer, limit, buffer.length - limit);
    limit += Math.max(0, count);
    return count > 0;
  }

  private BadDataException bad(long where, String reason, String remedy) {
    return new BadDataException(Problem.ofLine(file, where, reason, remedy));
  }
}
