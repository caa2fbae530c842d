package shelfcast.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the entries of the table of keys are made of. */
final class Entry {
  static final String DATAGEN = "shelfcast-datagen";
  static final String TRIGGER = "shelfcast-trigger";
  static final String TRAIN = "shelfcast-train";
  static final String BACKTEST = "shelfcast-backtest";
  static final String FORECAST = "shelfcast-forecast";
  static final String MONITOR = "shelfcast-monitor";
  static final String MODEL = "shelfcast-model";
  static final String SERVE = "shelfcast-serve";

  /** Programs that read a sales file. */
  static final Set<String> READERS = Set.of(TRAIN, BACKTEST, FORECAST, MONITOR);

  /** Programs that learn. */
  static final Set<String> LEARNERS = Set.of(TRAIN, BACKTEST);

  static final Set<String> EVERY =
      Set.of(DATAGEN, TRIGGER, TRAIN, BACKTEST, FORECAST, MONITOR, MODEL, SERVE);

  static final Kind<String> TEXT = new Kind.Text();
  static final Kind<Boolean> FLAG = new Kind.Flag();
  static final Kind<List<String>> LIST = new Kind.TextList();

  private Entry() {}

  /** A key whose default is described by its text. */
  static <T> Key<T> key(
      String name,
      Kind<T> kind,
      String placeholder,
      T standard,
      Key.Group group,
      Set<String> programs,
      String help) {
    return key(name, kind, placeholder, standard, kind.show(standard), group, programs, help);
  }

  /** A key whose default is described by other words than its text. */
  static <T> Key<T> key(
      String name,
      Kind<T> kind,
      String placeholder,
      T standard,
      String unset,
      Key.Group group,
      Set<String> programs,
      String help) {
    return new Key<>(name, kind, Optional.of(standard), unset, placeholder, help, group, programs);
  }

  /** A key without a default. */
  static <T> Key<T> optional(
      String name,
      Kind<T> kind,
      String placeholder,
      String unset,
      Key.Group group,
      Set<String> programs,
      String help) {
    return new Key<>(name, kind, Optional.empty(), unset, placeholder, help, group, programs);
  }
}
