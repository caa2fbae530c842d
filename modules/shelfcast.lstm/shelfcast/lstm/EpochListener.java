package shelfcast.lstm;

/** Hears of every epoch as it ends, on the thread that trains. */
@FunctionalInterface
public interface EpochListener {

  /** Called after each epoch. */
  void epochEnded(EpochLoss loss);
}
