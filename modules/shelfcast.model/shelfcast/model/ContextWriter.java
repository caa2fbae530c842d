package shelfcast.model;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Writes the content of a context, format 1:
 *
 * <pre>
 * context = frequency:text lastDate:date known:texts past:texts static:texts count:int tail*
 * tail    = id:text start:date steps:int futureSteps:int backtestSteps:int
 *           sales:float[steps] known:float[steps + futureSteps]* past:float[steps]*
 *           static:optional* backtest:float[backtestSteps]
 * text    = bytes:int UTF-8     texts = count:int text*     optional = 0:byte | 1:byte text
 * date    = days since 1970-01-01:long
 * </pre>
 */
final class ContextWriter {
  /** One value a step. */
  private interface Values {
    float at(int step);
  }

  private final DataOutputStream out;

  private ContextWriter(DataOutputStream out) {
    this.out = out;
  }

  /** Writes a context. */
  static void write(Context context, DataOutputStream out) throws IOException {
    new ContextWriter(out).context(context);
  }

  private void context(Context context) throws IOException {
    text(context.frequency().name());
    out.writeLong(context.lastDate().toEpochDay());
    texts(context.knownColumns());
    texts(context.pastColumns());
    texts(context.staticColumns());
    out.writeInt(context.series().size());
    for (Tail tail : context.series()) {
      tail(context, tail);
    }
  }

  private void tail(Context context, Tail tail) throws IOException {
    int steps = tail.length();
    text(tail.id());
    out.writeLong(tail.start().toEpochDay());
    out.writeInt(steps);
    out.writeInt(tail.futureSteps());
    out.writeInt(tail.backtestSteps());
    floats(0, steps, tail::sales);
    for (int column = 0; column < context.knownColumns().size(); column++) {
      int known = column;
      floats(0, steps + tail.futureSteps(), step -> tail.known(known, step));
    }
    for (int column = 0; column < context.pastColumns().size(); column++) {
      int past = column;
      floats(0, steps, step -> tail.past(past, step));
    }
    for (int column = 0; column < context.staticColumns().size(); column++) {
      optional(tail.staticValue(column));
    }
    floats(steps - tail.backtestSteps(), steps, tail::backtest);
  }

  private void floats(int from, int to, Values values) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((to - from) * Float.BYTES);
    for (int step = from; step < to; step++) {
      bytes.putFloat(values.at(step));
    }
    out.write(bytes.array());
  }

  private void texts(List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      text(text);
    }
  }

  private void optional(Optional<String> text) throws IOException {
    out.writeBoolean(text.isPresent());
    if (text.isPresent()) {
      text(text.get());
    }
  }

  private void text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
