package shelfcast.command;

import static shelfcast.command.Entry.BACKTEST;
import static shelfcast.command.Entry.FLAG;
import static shelfcast.command.Entry.FORECAST;
import static shelfcast.command.Entry.LEARNERS;
import static shelfcast.command.Entry.TRAIN;
import static shelfcast.command.Entry.key;
import static shelfcast.command.Entry.optional;
import static shelfcast.command.Key.Group.TRAINING;

import java.util.List;
import java.util.Set;

/** Keys that say what is learnt and how. */
interface TrainingKeys {
  /** Which networks are trained. */
  Key<String> MODELS =
      key(
          "models",
          new Kind.Choice(List.of("next-day", "horizon", "both")),
          "WORD",
          "next-day",
          TRAINING,
          LEARNERS,
          "Which networks to train: next-day, horizon or both.");

  /** How many threads compute. */
  Key<Integer> THREADS =
      optional(
          "threads",
          new Kind.Whole(1, 1024),
          "N",
          "all processors",
          TRAINING,
          Set.of(TRAIN, BACKTEST, FORECAST),
          "Threads that compute; the result does not depend on it.");

  /** Most rounds over the data. */
  Key<Integer> EPOCHS =
      key(
          "epochs",
          new Kind.Whole(1, 100_000),
          "N",
          100,
          TRAINING,
          LEARNERS,
          "Most rounds over the training data.");

  /** Whether training may end before the last round. */
  Key<Boolean> EARLY_STOPPING =
      key(
          "early-stopping",
          FLAG,
          "",
          false,
          TRAINING,
          LEARNERS,
          "Stop when the error on held-back data no longer falls, and keep the best round.");

  /** Rounds without improvement that early stopping waits for. */
  Key<Integer> PATIENCE =
      key(
          "patience",
          new Kind.Whole(1, 100_000),
          "N",
          20,
          TRAINING,
          LEARNERS,
          "Rounds without improvement before early stopping ends training.");

  /** Size of Adam's steps. */
  Key<Double> LEARNING_RATE =
      key(
          "learning-rate",
          new Kind.Decimal(1e-8, 10),
          "X",
          0.02,
          TRAINING,
          LEARNERS,
          "Size of the optimiser's first steps; they shrink to nothing along half a cosine.");

  /** What training makes small. */
  Key<String> LOSS =
      key(
          "loss",
          new Kind.Choice(List.of("huber", "mse")),
          "WORD",
          "huber",
          TRAINING,
          LEARNERS,
          "What training makes small: huber (squared errors that turn absolute where they are"
              + " large) or mse (squared errors).");

  /** Windows per step of the optimiser. */
  Key<Integer> BATCH_SIZE =
      key(
          "batch-size",
          new Kind.Whole(1, 100_000),
          "N",
          32,
          TRAINING,
          LEARNERS,
          "Windows that one step of the optimiser looks at.");

  /** Windows in a round. */
  Key<Integer> WINDOWS_PER_EPOCH =
      key(
          "windows-per-epoch",
          new Kind.Whole(0, Integer.MAX_VALUE),
          "N",
          512,
          TRAINING,
          LEARNERS,
          "Windows that one round looks at; the next goes on where it ended. 0 is all of them.");

  /** Steps in a training window. */
  Key<Integer> WINDOW =
      key(
          "window",
          new Kind.Whole(1, 10_000),
          "STEPS",
          14,
          TRAINING,
          LEARNERS,
          "Length of a training window in steps of the calendar.");

  /** Width of the recurrent layer. */
  Key<Integer> HIDDEN =
      key(
          "hidden",
          new Kind.Whole(1, 4096),
          "N",
          32,
          TRAINING,
          LEARNERS,
          "Units of the recurrent layer.");

  /** Longest gradient. */
  Key<Double> CLIP_NORM =
      key(
          "clip-norm",
          new Kind.Decimal(0, 1e6),
          "X",
          1.0,
          TRAINING,
          LEARNERS,
          "Gradients longer than this are shortened to it; 0 leaves them as they are.");

  /** Steps at the end that training does not see. */
  Key<Integer> HOLDOUT =
      key(
          "holdout",
          new Kind.Whole(1, 10_000),
          "STEPS",
          28,
          TRAINING,
          Set.of(TRAIN),
          "Last steps of every series that are kept from training, to judge the model on.");

  /** Whether a challenger that lost becomes champion. */
  Key<Boolean> FORCE =
      key(
          "force",
          FLAG,
          "",
          false,
          TRAINING,
          Set.of(TRAIN),
          "Promote the new model even if it lost against the champion; its manifest says so.");
}
