package shelfcast.command;

import static shelfcast.command.Entry.BACKTEST;
import static shelfcast.command.Entry.DATAGEN;
import static shelfcast.command.Entry.EVERY;
import static shelfcast.command.Entry.FORECAST;
import static shelfcast.command.Entry.MODEL;
import static shelfcast.command.Entry.MONITOR;
import static shelfcast.command.Entry.SERVE;
import static shelfcast.command.Entry.TEXT;
import static shelfcast.command.Entry.TRAIN;
import static shelfcast.command.Entry.TRIGGER;
import static shelfcast.command.Entry.key;
import static shelfcast.command.Entry.optional;
import static shelfcast.command.Key.Group.PLACES;

import java.util.Set;

/** Keys that say where things are read and written. */
interface PlaceKeys {
  /** Where models, contexts and data are kept. */
  Key<String> STORE =
      key(
          "store",
          TEXT,
          "URI",
          "file:./var/store",
          PLACES,
          Set.of(DATAGEN, TRIGGER, TRAIN, FORECAST, MONITOR, MODEL, SERVE),
          "Where data, models and forecasts are kept: a folder (file:./var/store) or a bucket"
              + " (s3://bucket/prefix).");

  /** The sales file. */
  Key<String> DATA =
      optional(
          "data",
          TEXT,
          "URI",
          "data/raw/sales.csv in the store",
          PLACES,
          Set.of(TRAIN, BACKTEST, MONITOR),
          "Sales file to read in place: CSV or CSV.gz, a path, file: or s3:// URI.");

  /** Where features go. */
  Key<String> FEATURES =
      optional(
          "features",
          TEXT,
          "URI",
          "features/ in the store",
          PLACES,
          Set.of(TRAIN),
          "Folder or bucket to write the features to that the model was trained on.");

  /** The event that starts a training. */
  Key<String> EVENT =
      optional(
          "event",
          TEXT,
          "FILE",
          "none",
          PLACES,
          Set.of(TRAIN),
          "S3 \"Object Created\" event, or the detail of one, that names the sales file in place of"
              + " --data; - reads standard input.");

  /** File to write. */
  Key<String> OUT =
      optional(
          "out",
          TEXT,
          "FILE",
          "the store",
          PLACES,
          Set.of(DATAGEN, BACKTEST),
          "File to write the result to; compressed when its name ends in .gz; - is standard"
              + " output.");

  /** The report to write. */
  Key<String> REPORT =
      optional(
          "report",
          TEXT,
          "FILE",
          "none",
          PLACES,
          Set.of(BACKTEST),
          "HTML file to write the report with its plots to.");

  /** A server compatible with S3. */
  Key<String> S3_ENDPOINT =
      optional(
          "s3-endpoint",
          new Kind.WebAddress(),
          "URL",
          "Amazon S3",
          PLACES,
          EVERY,
          "Server to use in place of Amazon S3, such as http://127.0.0.1:9000.");

  /** Region of the buckets. */
  Key<String> S3_REGION =
      optional(
          "s3-region",
          TEXT,
          "REGION",
          "as the AWS SDK finds it",
          PLACES,
          EVERY,
          "Region of the buckets, such as eu-central-1.");

  /** The service to restart after a promotion. */
  Key<String> RELOAD_ECS =
      optional(
          "reload-ecs",
          TEXT,
          "CLUSTER/SERVICE",
          "none",
          PLACES,
          Set.of(TRAIN, MODEL),
          "ECS service to force a new deployment of when another model becomes champion.");
}
