package shelfcast.command;

/**
 * Ends the program with a code and a message for the person at the keyboard: what went wrong,
 * where, and what to do. The {@link Launcher} prints the message as it is, without a stack trace.
 */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;

  /** A failure that ends the program with {@code code} after printing {@code message}. */
  public Failure(ExitCode code, String message) {
    super(message);
    this.code = code;
  }

  /** The code that the program ends with. */
  public ExitCode code() {
    return code;
  }

  /** Bad usage or configuration: {@link ExitCode#USAGE}. */
  static Failure usage(String message) {
    return new Failure(ExitCode.USAGE, message);
  }
}
