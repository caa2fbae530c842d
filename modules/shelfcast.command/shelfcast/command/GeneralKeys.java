package shelfcast.command;

import static shelfcast.command.Entry.BACKTEST;
import static shelfcast.command.Entry.DATAGEN;
import static shelfcast.command.Entry.EVERY;
import static shelfcast.command.Entry.FLAG;
import static shelfcast.command.Entry.MODEL;
import static shelfcast.command.Entry.MONITOR;
import static shelfcast.command.Entry.TEXT;
import static shelfcast.command.Entry.TRAIN;
import static shelfcast.command.Entry.key;
import static shelfcast.command.Entry.optional;
import static shelfcast.command.Key.Group.GENERAL;

import java.util.Set;

/** Keys that several programs share, of no subject in particular. */
interface GeneralKeys {
  /** Where chance starts. */
  Key<Long> SEED =
      key(
          "seed",
          new Kind.LongWhole(0, Long.MAX_VALUE),
          "N",
          1L,
          GENERAL,
          Set.of(DATAGEN, TRAIN, BACKTEST),
          "Where chance starts; the same seed gives the same bytes.");

  /** Bundles that garbage collection spares. */
  Key<Integer> KEEP =
      key(
          "keep",
          new Kind.Whole(1, 100_000),
          "N",
          5,
          GENERAL,
          Set.of(MODEL),
          "Newest models that gc keeps besides the champion and its history.");

  /** Whether results are JSON. */
  Key<Boolean> JSON =
      key(
          "json",
          FLAG,
          "",
          false,
          GENERAL,
          Set.of(MODEL, MONITOR),
          "Print results as JSON, for machines.");

  /** The configuration file. */
  Key<String> CONFIG =
      optional(
          "config",
          TEXT,
          "FILE",
          "none",
          GENERAL,
          EVERY,
          "JSON file with settings; // comments are allowed.");

  /** Whether unexpected exceptions show their stack traces. */
  Key<Boolean> DEBUG =
      key("debug", FLAG, "", false, GENERAL, EVERY, "Show the stack trace of an unexpected error.");
}
