package shelfcast.command;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The table of all keys, kept in one interface a subject. A new setting is one entry in one of them
 * and one in {@link #all}, and is then a flag, an environment variable, a key in the file, a line
 * in the help of its programs and a row of {@code docs/configuration.md}.
 */
public final class Keys
    implements PlaceKeys, SalesFileKeys, TrainingKeys, UseKeys, DatagenKeys, GeneralKeys {
  private static final List<Key<?>> ALL =
      List.of(
          STORE,
          DATA,
          FEATURES,
          EVENT,
          OUT,
          REPORT,
          S3_ENDPOINT,
          S3_REGION,
          RELOAD_ECS,
          DATE_COLUMN,
          SALES_COLUMN,
          SERIES_COLUMNS,
          KNOWN,
          PAST,
          STATIC,
          FREQUENCY,
          GAPS,
          RETURNS,
          DELIMITER,
          DECIMAL,
          DATE_FORMAT,
          MODELS,
          SEED,
          THREADS,
          EPOCHS,
          EARLY_STOPPING,
          PATIENCE,
          LEARNING_RATE,
          LOSS,
          BATCH_SIZE,
          WINDOWS_PER_EPOCH,
          WINDOW,
          HIDDEN,
          CLIP_NORM,
          HOLDOUT,
          FORCE,
          HORIZON,
          ORIGINS,
          CSV,
          SHARD,
          FUTURE,
          FUTURE_TEMPLATE,
          HOST,
          PORT,
          POLL,
          DRAIN,
          DAYS,
          START,
          SERIES,
          STORES,
          ITEMS,
          INTERMITTENT,
          BUCKET,
          KEY,
          SIZE,
          ACCOUNT,
          PUT_ENTRY,
          KEEP,
          JSON,
          CONFIG,
          DEBUG);

  private Keys() {}

  /** Every key, in the order of help and documentation. */
  public static List<Key<?>> all() {
    return ALL;
  }

  /** The keys that the program of this name understands, in the order of {@link #all}. */
  public static Set<Key<?>> of(String program) {
    return ALL.stream()
        .filter(key -> key.programs().contains(program))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
