package shelfcast.ingest;

/** What a date that has no row, between a series' first and last sale, stands for. */
public enum Gaps {
  /** Nothing is known about the date. */
  MISSING,
  /** The file leaves out what did not sell: zero units. */
  ZERO
}
