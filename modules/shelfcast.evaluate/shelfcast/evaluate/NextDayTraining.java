package shelfcast.evaluate;

import java.time.LocalDate;
import java.util.Optional;
import shelfcast.ingest.SalesTable;
import shelfcast.lstm.Architecture;
import shelfcast.lstm.EpochListener;
import shelfcast.lstm.EpochLoss;
import shelfcast.lstm.Fit;
import shelfcast.lstm.Network;
import shelfcast.lstm.Sequences;
import shelfcast.lstm.Trainer;
import shelfcast.model.NextDayModel;
import shelfcast.model.NextDaySpec;
import shelfcast.model.Scalers;
import shelfcast.model.Training;

/**
 * Trains the next-day network twice. The first fit knows nothing of the tail, chooses its number of
 * epochs on the validation block before it, and is judged on the tail. The second repeats the same
 * recipe, with that number of epochs, on all the data, and is what gets published: a model that
 * leaves out the latest weeks would be judged more literally, but serve worse.
 */
public final class NextDayTraining {
  private final SalesTable table;
  private final NextDayOptions options;
  private final Listener listener;
  private final NextDayRows rows;
  private final boolean returnsKept;

  private NextDayTraining(
      SalesTable table, NextDayOptions options, boolean returnsKept, Listener listener) {
    this.table = table;
    this.options = options;
    this.returnsKept = returnsKept;
    this.listener = listener;
    this.rows = NextDayRows.of(table);
  }

  /**
   * What was trained.
   *
   * @param network the network to publish
   * @param scalers its scalers
   * @param training how its training went
   * @param judgement how the recipe did on the tail
   */
  public record Trained(Network network, Scalers scalers, Training training, Judgement judgement) {}

  /** Hears how far training has come, on the thread that trains. */
  public interface Listener {
    /**
     * A fit begins.
     *
     * @param name {@code judging} or {@code training}
     * @param epochs the most epochs it will run
     */
    void begins(String name, int epochs);

    /** An epoch of the present fit has ended. */
    void epochEnded(EpochLoss loss);
  }

  /**
   * Trains and judges.
   *
   * @param table the panel
   * @param options how
   * @param returnsKept whether forecasts may be negative
   * @param listener hears of every epoch
   * @throws TooLittleDataException if no series has a row to learn from before the tail
   * @throws shelfcast.lstm.DivergedException if the loss is not finite any more
   */
  public static Trained run(
      SalesTable table, NextDayOptions options, boolean returnsKept, Listener listener) {
    return new NextDayTraining(table, options, returnsKept, listener).run();
  }

  private Trained run() {
    Split split = Split.of(table, options.holdout());
    Scalers before = rows.scalers(split.validationEnd());
    Fit judged = fitToJudge(split, before);
    var model = NextDayModel.of(judged.network(), before, returnsKept);
    Judgement judgement = new NextDayJudge(table, split, model).judge(rows);

    Scalers all = rows.scalers(table.lastDate());
    // There were rows before the tail, so there are rows in all.
    Sequences everything = sequences(LocalDate.MIN, table.lastDate(), all).orElseThrow();
    listener.begins("training", judged.bestEpoch());
    Fit published = fit(everything, Optional.empty(), judged.bestEpoch(), 0);
    EpochLoss last = published.history().getLast();
    var training =
        new Training(published.history().size(), last.epoch(), options.seed(), last.training());
    return new Trained(published.network(), all, training, judgement);
  }

  private Fit fitToJudge(Split split, Scalers scalers) {
    listener.begins("judging", options.epochs());
    Optional<Sequences> validation =
        options.earlyStopping()
            ? sequences(split.fitEnd(), split.validationEnd(), scalers)
            : Optional.empty();
    Optional<Sequences> early = sequences(LocalDate.MIN, split.fitEnd(), scalers);
    if (validation.isPresent() && early.isPresent()) {
      return fit(early.get(), validation, options.epochs(), options.patience());
    }
    Sequences whole =
        sequences(LocalDate.MIN, split.validationEnd(), scalers)
            .orElseThrow(() -> new TooLittleDataException(split.tailStart(table)));
    return fit(whole, Optional.empty(), options.epochs(), 0);
  }

  private Optional<Sequences> sequences(LocalDate after, LocalDate last, Scalers scalers) {
    return rows.sequences(after, last, options.window(), scalers);
  }

  private Fit fit(Sequences train, Optional<Sequences> validation, int stopAfter, int patience) {
    var shape = new Architecture(NextDaySpec.FEATURES.size(), options.hidden(), 1, 1);
    EpochListener epochs = listener::epochEnded;
    return Trainer.fit(
        Network.initial(shape, options.seed()),
        train,
        validation,
        options.fit(stopAfter, patience),
        epochs);
  }
}
