package shelfcast.store;

/**
 * A place could not be reached, read or written. The message says what was tried, where, why it
 * failed and what to do, and is meant to be shown to a person as it is.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A failure with nothing underneath.
   *
   * @param message what, where, why, and what to do
   */
  public StoreException(String message) {
    super(message);
  }

  /**
   * A failure and what caused it.
   *
   * @param message what, where, why, and what to do
   * @param cause the failure underneath
   */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
