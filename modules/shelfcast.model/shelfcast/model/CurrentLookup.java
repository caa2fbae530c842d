package shelfcast.model;

/** What a look at {@code current.json} found, for a server that already knows an older one. */
public sealed interface CurrentLookup {
  /** It is the one known. */
  record Unchanged() implements CurrentLookup {}

  /** The store answers, and has none. */
  record Absent() implements CurrentLookup {}

  /**
   * It is another, and its bundle has been loaded.
   *
   * @param champion the champion
   */
  record Changed(Champion champion) implements CurrentLookup {}

  /**
   * It is another, but it or the bundle it names cannot be used: keep what there is.
   *
   * @param etag the store's tag of it, so that the next look can tell whether it has been mended
   * @param reason what is wrong
   */
  record Refused(String etag, BundleException reason) implements CurrentLookup {}
}
