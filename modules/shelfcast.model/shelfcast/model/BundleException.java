package shelfcast.model;

/**
 * A published file that cannot be used. The message is meant for the user: it names the file, says
 * what was found and what to do, and needs no stack trace. Programs end with exit code 1; a server
 * keeps the model it has.
 */
public final class BundleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the file, for callers that act on the difference. */
  public enum Kind {
    /** The file is not there. */
    MISSING,
    /** The file is not what was published, or does not make sense. */
    CORRUPT,
    /** The file is of a format that only a later shelfcast understands. */
    TOO_NEW
  }

  /** What is wrong. */
  private final Kind kind;

  /**
   * Creates the exception.
   *
   * @param kind what is wrong
   * @param message the message for the user
   */
  public BundleException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /**
   * Creates the exception with what led to it.
   *
   * @param kind what is wrong
   * @param message the message for the user
   * @param cause what led to it
   */
  public BundleException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What is wrong with the file. */
  public Kind kind() {
    return kind;
  }
}
