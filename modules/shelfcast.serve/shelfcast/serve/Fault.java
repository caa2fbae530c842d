package shelfcast.serve;

/**
 * One thing that is wrong with a request body.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); empty for the body as a whole
 * @param detail what is wrong and what is expected instead
 */
record Fault(String pointer, String detail) {

  /**
   * A fault of a member of the body.
   *
   * @param field the member's name as the client wrote it; shortened if it is very long
   * @param detail what is wrong with it
   */
  static Fault of(String field, String detail) {
    return new Fault("/" + Quoted.clean(field).replace("~", "~0").replace("/", "~1"), detail);
  }
}
