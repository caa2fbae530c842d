package shelfcast.command;

import static shelfcast.command.Entry.LIST;
import static shelfcast.command.Entry.READERS;
import static shelfcast.command.Entry.TEXT;
import static shelfcast.command.Entry.key;
import static shelfcast.command.Key.Group.COLUMNS;

import java.util.List;

/** Keys that say how a sales file is to be read. */
interface SalesFileKeys {
  /** Name of the column with dates. */
  Key<String> DATE_COLUMN =
      key("date-column", TEXT, "NAME", "date", COLUMNS, READERS, "Column that holds the date.");

  /** Name of the column with units sold. */
  Key<String> SALES_COLUMN =
      key(
          "sales-column",
          TEXT,
          "NAME",
          "sales",
          COLUMNS,
          READERS,
          "Column that holds the units sold.");

  /** Names of the columns that together name a series. */
  Key<List<String>> SERIES_COLUMNS =
      key(
          "series-columns",
          LIST,
          "NAMES",
          List.of(),
          "series_id where the file has it",
          COLUMNS,
          READERS,
          "Columns that together name a series, such as store,item.");

  /** Covariates known ahead. */
  Key<List<String>> KNOWN =
      key(
          "known",
          LIST,
          "NAMES",
          List.of(),
          "none",
          COLUMNS,
          READERS,
          "Columns whose values are known ahead, such as promo,price.");

  /** Covariates known only afterwards. */
  Key<List<String>> PAST =
      key(
          "past",
          LIST,
          "NAMES",
          List.of(),
          "none",
          COLUMNS,
          READERS,
          "Columns whose values are known only afterwards, such as customers.");

  /** Covariates that never change. */
  Key<List<String>> STATIC =
      key(
          "static",
          LIST,
          "NAMES",
          List.of(),
          "none",
          COLUMNS,
          READERS,
          "Columns that never change within a series, such as store,category.");

  /** How far apart two steps are. */
  Key<String> FREQUENCY =
      key(
          "frequency",
          new Kind.Choice(List.of("daily", "weekly", "monthly")),
          "WORD",
          "daily",
          COLUMNS,
          READERS,
          "How often a series has a value: daily, weekly or monthly.");

  /** What a missing date means. */
  Key<String> GAPS =
      key(
          "gaps",
          new Kind.Choice(List.of("missing", "zero")),
          "WORD",
          "missing",
          COLUMNS,
          READERS,
          "What a date without a row means: sales are missing (not known), or zero.");

  /** What a negative sale means. */
  Key<String> RETURNS =
      key(
          "returns",
          new Kind.Choice(List.of("refuse", "keep", "clip")),
          "WORD",
          "refuse",
          COLUMNS,
          READERS,
          "What to do with negative units: refuse the file, keep them, or clip them to 0.");

  /** What stands between two fields. */
  Key<Character> DELIMITER =
      key(
          "delimiter",
          new Kind.Symbol(),
          "CHAR",
          ',',
          COLUMNS,
          READERS,
          "Character between two fields, or the word tab.");

  /** What stands before the fraction of a number. */
  Key<Character> DECIMAL =
      key(
          "decimal",
          new Kind.Symbol(),
          "CHAR",
          '.',
          COLUMNS,
          READERS,
          "Character before the fraction of a number.");

  /** How dates are written. */
  Key<String> DATE_FORMAT =
      key(
          "date-format",
          TEXT,
          "PATTERN",
          "ISO",
          COLUMNS,
          READERS,
          "How dates are written: ISO (2024-01-31) or a pattern such as dd/MM/yyyy.");
}
