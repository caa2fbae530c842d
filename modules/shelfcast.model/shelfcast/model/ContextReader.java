package shelfcast.model;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shelfcast.ingest.Frequency;

/**
 * Reads the content of a context, as {@link ContextWriter} lays it out. Every number is checked
 * before anything is made as large as it says.
 */
final class ContextReader {
  private static final int MOST_COLUMNS = 10_000;
  private static final int MOST_TEXT_BYTES = 1 << 20;

  private final DataInputStream in;

  private ContextReader(DataInputStream in) {
    this.in = in;
  }

  /**
   * Reads a context.
   *
   * @throws IllegalArgumentException if a value is out of its range
   * @throws EOFException if it ends too early
   */
  static Context read(DataInputStream in) throws IOException {
    return new ContextReader(in).context();
  }

  private Context context() throws IOException {
    Frequency frequency = Frequency.valueOf(text());
    LocalDate lastDate = date();
    List<String> known = texts();
    List<String> past = texts();
    List<String> statics = texts();
    int count = number("the number of series", Integer.MAX_VALUE);
    List<Tail> series = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      series.add(tail(known.size(), past.size(), statics.size()));
    }
    return new Context(frequency, lastDate, known, past, statics, series);
  }

  private Tail tail(int known, int past, int statics) throws IOException {
    String id = text();
    LocalDate start = date();
    int steps = number("a number of steps", Context.STEPS);
    int futureSteps = number("a number of future steps", Context.STEPS);
    int backtestSteps = number("a number of steps predicted", steps);
    return new Tail(
        id,
        start,
        floats(steps),
        futureSteps,
        columns(known, steps + futureSteps),
        columns(past, steps),
        optionals(statics),
        floats(backtestSteps));
  }

  private List<float[]> columns(int count, int steps) throws IOException {
    List<float[]> columns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      columns.add(floats(steps));
    }
    return columns;
  }

  private float[] floats(int length) throws IOException {
    float[] values = new float[length];
    ByteBuffer.wrap(bytes(length * Float.BYTES)).asFloatBuffer().get(values);
    return values;
  }

  private List<Optional<String>> optionals(int count) throws IOException {
    List<Optional<String>> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(in.readBoolean() ? Optional.of(text()) : Optional.empty());
    }
    return texts;
  }

  private List<String> texts() throws IOException {
    int count = number("a number of columns", MOST_COLUMNS);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(text());
    }
    return texts;
  }

  private String text() throws IOException {
    return new String(
        bytes(number("the length of a text", MOST_TEXT_BYTES)), StandardCharsets.UTF_8);
  }

  private LocalDate date() throws IOException {
    long day = in.readLong();
    try {
      return LocalDate.ofEpochDay(day);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a date is " + day + " days after 1970-01-01", e);
    }
  }

  private int number(String what, int most) throws IOException {
    int number = in.readInt();
    if (number < 0 || number > most) {
      throw new IllegalArgumentException(what + " is " + number + ", not from 0 to " + most);
    }
    return number;
  }

  private byte[] bytes(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }
}
