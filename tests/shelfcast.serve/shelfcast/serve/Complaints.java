package shelfcast.serve;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears what the libraries under the server would print on its standard error. */
final class Complaints extends Handler implements AutoCloseable {
  private final Logger root = Logger.getLogger("");
  private final List<String> heard = new CopyOnWriteArrayList<>();

  Complaints() {
    root.addHandler(this);
  }

  List<String> heard() {
    return List.copyOf(heard);
  }

  @Override
  public void publish(LogRecord record) {
    if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
      heard.add(record.getLoggerName() + ": " + record.getMessage());
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
  }
}
