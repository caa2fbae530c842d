package shelfcast.ingest;

/** What to do with negative units, as a day with more returns than sales has them. */
public enum Returns {
  /** Negative units are bad data. */
  REFUSE,
  /** Negative units stay as they are. */
  KEEP,
  /** Negative units become zero. */
  CLIP
}
