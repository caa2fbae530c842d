package shelfcast.command;

/** What a program's exit code says. A process killed by signal S ends, as ever, with 128 + S. */
public enum ExitCode {
  /** The work is done; promoting what is the champion already counts as done. */
  DONE(0, "done"),
  /** Something went wrong that has no code of its own; a corrupt bundle, for one. */
  FAILED(1, "failed, a corrupt bundle included"),
  /** The command line, the environment or the configuration file asks for what cannot be. */
  USAGE(2, "bad usage or configuration: an unknown flag or key, a file or key that is not there"),
  /** The sales data cannot be used as it is. */
  BAD_DATA(3, "bad data"),
  /** The new model was not better; the champion stays, the challenger's bundle is kept. */
  CHALLENGER_LOST(4, "the challenger lost against the champion, which stays; its bundle is kept"),
  /** The object store did not do what it was asked. */
  STORE(5, "store unreachable, full or not writable"),
  /** The monitor saw that data or errors have moved. */
  DRIFT(6, "drift found");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The number that the process ends with. */
  public int code() {
    return code;
  }

  /** One line for people, as {@code --help} and the documentation print it. */
  public String meaning() {
    return meaning;
  }
}
