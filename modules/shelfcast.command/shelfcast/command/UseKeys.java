package shelfcast.command;

import static shelfcast.command.Entry.BACKTEST;
import static shelfcast.command.Entry.FLAG;
import static shelfcast.command.Entry.FORECAST;
import static shelfcast.command.Entry.LEARNERS;
import static shelfcast.command.Entry.SERVE;
import static shelfcast.command.Entry.TEXT;
import static shelfcast.command.Entry.TRAIN;
import static shelfcast.command.Entry.key;
import static shelfcast.command.Entry.optional;
import static shelfcast.command.Key.Group.FORECASTING;
import static shelfcast.command.Key.Group.SERVING;

import java.util.Set;

/** Keys that say what is forecast, and how forecasts are served. */
interface UseKeys {
  /** How far ahead. */
  Key<Integer> HORIZON =
      key(
          "horizon",
          new Kind.Whole(1, 1000),
          "STEPS",
          28,
          FORECASTING,
          Set.of(TRAIN, BACKTEST, FORECAST),
          "How many steps of the calendar to forecast.");

  /** From how many dates a backtest forecasts. */
  Key<Integer> ORIGINS =
      key(
          "origins",
          new Kind.Whole(1, 1000),
          "N",
          4,
          FORECASTING,
          LEARNERS,
          "From how many past dates to forecast, a horizon apart, when a model is judged.");

  /** Whether forecasts go to standard output. */
  Key<Boolean> CSV =
      key(
          "csv",
          FLAG,
          "",
          false,
          FORECASTING,
          Set.of(FORECAST),
          "Write the forecasts as CSV to standard output, not into the store.");

  /** Which part of the series. */
  Key<String> SHARD =
      optional(
          "shard",
          TEXT,
          "I/N",
          "all series",
          FORECASTING,
          Set.of(FORECAST),
          "Forecast the I-th of N equal parts of the series; parts count from 1.");

  /** Known covariates to come. */
  Key<String> FUTURE =
      optional(
          "future",
          TEXT,
          "FILE",
          "rows without sales in the data",
          FORECASTING,
          Set.of(TRAIN, FORECAST),
          "CSV file with the known columns of the days to come.");

  /** Whether to write a file to fill in. */
  Key<Boolean> FUTURE_TEMPLATE =
      key(
          "future-template",
          FLAG,
          "",
          false,
          FORECASTING,
          Set.of(FORECAST),
          "Write a file for --future with empty cells to fill in, and end.");

  /** Address to listen on. */
  Key<String> HOST =
      key(
          "host",
          TEXT,
          "ADDRESS",
          "127.0.0.1",
          SERVING,
          Set.of(SERVE),
          "Address to listen on; 0.0.0.0 is every one of the machine.");

  /** Port to listen on. */
  Key<Integer> PORT =
      key(
          "port",
          new Kind.Whole(0, 65_535),
          "N",
          8000,
          SERVING,
          Set.of(SERVE),
          "Port to listen on; 0 takes any free one.");

  /** Seconds between two looks at the champion. */
  Key<Double> POLL =
      key(
          "poll",
          new Kind.Decimal(0.05, 86_400),
          "SECONDS",
          10.0,
          SERVING,
          Set.of(SERVE),
          "Time between two looks for a new champion.");

  /** Longest time that open requests have when the server stops. */
  Key<Double> DRAIN =
      key(
          "drain",
          new Kind.Decimal(0, 3600),
          "SECONDS",
          20.0,
          SERVING,
          Set.of(SERVE),
          "How long requests in flight may take to finish when the server is told to stop.");
}
