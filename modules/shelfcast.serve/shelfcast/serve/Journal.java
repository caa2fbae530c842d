package shelfcast.serve;

/** Where the server says what an operator should know. May be called from any thread. */
interface Journal {

  /** Something went as it should. */
  void notice(String message);

  /** Something did not; the message says what to do. */
  void warning(String message);

  /** A mistake of ours. */
  void failure(String message, RuntimeException cause);
}
