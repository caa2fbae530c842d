package shelfcast.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The data that a model was trained on, exactly enough to find it again.
 *
 * @param uri where it was read from
 * @param etag the store's tag of the object read
 * @param versionId the object's version, in a bucket that keeps versions
 * @param sha256 the SHA-256 of the bytes read, 64 lower-case hexadecimal digits
 * @param rows the number of data rows
 * @param firstDate the date of the first sale
 * @param lastDate the date of the last sale
 * @param series the number of series
 */
public record Lineage(
    String uri,
    String etag,
    Optional<String> versionId,
    String sha256,
    long rows,
    LocalDate firstDate,
    LocalDate lastDate,
    int series) {
  /**
   * Checks what can be checked.
   *
   * @throws IllegalArgumentException if the digest, a count or the order of the dates is wrong
   */
  public Lineage {
    if (!Sha256.isDigest(sha256)) {
      throw new IllegalArgumentException("not a sha256 in hexadecimal: " + sha256);
    }
    if (rows < 1 || series < 1) {
      throw new IllegalArgumentException("data of " + rows + " rows in " + series + " series");
    }
    if (lastDate.isBefore(firstDate)) {
      throw new IllegalArgumentException("data from " + firstDate + " to " + lastDate);
    }
  }
}
