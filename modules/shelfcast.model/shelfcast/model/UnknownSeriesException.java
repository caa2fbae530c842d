package shelfcast.model;

/** A series that the model has not been trained on. The message names it. */
public final class UnknownSeriesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param series the id asked for
   */
  UnknownSeriesException(String series) {
    super("the model has not been trained on a series \"" + series + "\"");
  }
}
