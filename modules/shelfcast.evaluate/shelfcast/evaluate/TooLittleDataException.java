package shelfcast.evaluate;

import java.time.LocalDate;

/** No series has enough sales to learn from. The message is for the user. */
public final class TooLittleDataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooLittleDataException(LocalDate tailStart) {
    super(
        "No series has eight sales or more before "
            + tailStart
            + ", where the days held back to judge the model begin: there is nothing to learn from."
            + " Give a longer history, a smaller --holdout, or check --series-columns: too many"
            + " columns there cut the sales into too many series.");
  }
}
