package shelfcast.model;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code manifest.json} says of its bundle.
 *
 * @param version the name of the bundle
 * @param createdAt when the bundle was made, in whole seconds
 * @param codeRevision the revision of shelfcast that made it
 * @param data the data it was trained on
 * @param config the settings in effect, by key
 * @param nextDay the next-day network
 * @param files the other files of the bundle, by name
 */
public record Manifest(
    String version,
    Instant createdAt,
    String codeRevision,
    Lineage data,
    SortedMap<String, String> config,
    NextDaySpec nextDay,
    SortedMap<String, FileEntry> files) {
  /**
   * Copies the maps.
   *
   * @throws IllegalArgumentException if the version is not one, or does not name the second of
   *     creation
   */
  public Manifest {
    if (!Version.isVersion(version) || !version.startsWith(Version.stamp(createdAt))) {
      throw new IllegalArgumentException(
          "version " + version + " does not fit a bundle made at " + createdAt);
    }
    config = Collections.unmodifiableSortedMap(new TreeMap<>(config));
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /**
   * The manifest as JSON, byte for byte as it is published: indented by two spaces, a line feed at
   * the end of every line.
   */
  public byte[] toJson() {
    return ManifestWriter.write(this);
  }

  /**
   * Reads a manifest. Fields that this program does not know are ignored.
   *
   * @param file the file, as the user knows it
   * @param json its bytes
   * @throws BundleException if they are not JSON, a field is missing or wrong, or the format is not
   *     understood
   */
  public static Manifest parse(String file, byte[] json) {
    return ManifestReader.read(file, json);
  }
}
