package shelfcast.command;

import static shelfcast.command.Entry.DATAGEN;
import static shelfcast.command.Entry.FLAG;
import static shelfcast.command.Entry.TEXT;
import static shelfcast.command.Entry.TRIGGER;
import static shelfcast.command.Entry.key;
import static shelfcast.command.Entry.optional;
import static shelfcast.command.Key.Group.DATA_GENERATION;

import java.time.LocalDate;
import java.util.Set;
import shelfcast.command.Key.Group;

/** Keys of made-up sales and of the event that announces them. */
interface DatagenKeys {
  /** Days of made-up sales. */
  Key<Integer> DAYS =
      key(
          "days",
          new Kind.Whole(1, 36_525),
          "N",
          180,
          DATA_GENERATION,
          Set.of(DATAGEN),
          "Days that every series covers.");

  /** First day of made-up sales. */
  Key<LocalDate> START =
      key(
          "start",
          new Kind.Day(),
          "DATE",
          LocalDate.of(2024, 1, 1),
          DATA_GENERATION,
          Set.of(DATAGEN),
          "First day.");

  /** How many made-up series. */
  Key<Integer> SERIES =
      optional(
          "series",
          new Kind.Whole(1, 100_000_000),
          "N",
          "one, without a series_id",
          DATA_GENERATION,
          Set.of(DATAGEN),
          "Write a panel of N series, with the columns series_id, promo and price.");

  /** How many made-up stores. */
  Key<Integer> STORES =
      optional(
          "stores",
          new Kind.Whole(1, 100_000),
          "N",
          "none",
          DATA_GENERATION,
          Set.of(DATAGEN),
          "Write a panel of every item in every one of N stores, with the columns store and item.");

  /** How many made-up items. */
  Key<Integer> ITEMS =
      optional(
          "items",
          new Kind.Whole(1, 100_000),
          "N",
          "none",
          DATA_GENERATION,
          Set.of(DATAGEN),
          "Items that every store sells; see --stores.");

  /** Share of series that sell rarely. */
  Key<Double> INTERMITTENT =
      key(
          "intermittent",
          new Kind.Decimal(0, 1),
          "SHARE",
          0.0,
          DATA_GENERATION,
          Set.of(DATAGEN),
          "Share of the series, 0 to 1, that sell a few units on few days.");

  /** Bucket of the event. */
  Key<String> BUCKET =
      optional(
          "bucket",
          TEXT,
          "NAME",
          "that of --store",
          Group.TRIGGER,
          Set.of(TRIGGER),
          "Bucket that the event names.");

  /** Object of the event. */
  Key<String> KEY =
      key(
          "key",
          TEXT,
          "KEY",
          "data/raw/sales.csv",
          Group.TRIGGER,
          Set.of(TRIGGER),
          "Object that the event names; with --store, its key inside the store.");

  /** Size in the event. */
  Key<Long> SIZE =
      optional(
          "size",
          new Kind.LongWhole(0, Long.MAX_VALUE),
          "BYTES",
          "that of the object in --store, else 0",
          Group.TRIGGER,
          Set.of(TRIGGER),
          "Size that the event states.");

  /** Account in the event. */
  Key<String> ACCOUNT =
      key(
          "account",
          TEXT,
          "ID",
          "123456789012",
          Group.TRIGGER,
          Set.of(TRIGGER),
          "AWS account, 12 digits, that the event states.");

  /** Whether to print an entry for PutEvents. */
  Key<Boolean> PUT_ENTRY =
      key(
          "put-entry",
          FLAG,
          "",
          false,
          Group.TRIGGER,
          Set.of(TRIGGER),
          "Print the entries for `aws events put-events`, with the source \"shelfcast\", as AWS"
              + " keeps aws.s3 to itself.");
}
