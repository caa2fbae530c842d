package shelfcast.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong with a file: keeps the first problems and counts the rest. */
final class Problems {
  private final String file;
  private final List<Problem> kept = new ArrayList<>();
  private long total;

  Problems(String file) {
    this.file = file;
  }

  void add(long line, String column, String value, String reason, Optional<String> remedy) {
    if (kept.size() < BadDataException.KEPT) {
      kept.add(new Problem(file, line, column, value, reason, remedy));
    }
    total++;
  }

  void throwIfAny() {
    if (total > 0) {
      throw new BadDataException(kept, total);
    }
  }
}
