package shelfcast.store;

/** What became of an object whose etag one knows. */
public sealed interface Lookup {

  /**
   * There is other content now.
   *
   * @param content the new content
   */
  record Changed(ObjectContent content) implements Lookup {}

  /** The content is the one known. */
  record Unchanged() implements Lookup {}

  /** There is no such object (any more). */
  record Absent() implements Lookup {}
}
