package shelfcast.serve;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A journal that remembers. */
final class Recorder implements Journal {
  final List<String> notices = new CopyOnWriteArrayList<>();
  final List<String> warnings = new CopyOnWriteArrayList<>();
  final List<RuntimeException> failures = new CopyOnWriteArrayList<>();

  @Override
  public void notice(String message) {
    notices.add(message);
  }

  @Override
  public void warning(String message) {
    warnings.add(message);
  }

  @Override
  public void failure(String message, RuntimeException cause) {
    failures.add(cause);
  }
}
