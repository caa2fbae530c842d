package shelfcast.model;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names of bundles: {@code YYYYMMDDThhmmssZ-} and eight hexadecimal digits.
 *
 * <p>The time is the second of creation. The digits are the first eight of the SHA-256 over {@code
 * manifest.json} without its line that holds the version, the only line that starts with {@code
 * version} in quotes after two spaces. Since the manifest names the size and the SHA-256 of every
 * other file, the digits stand for all bytes of the bundle. A shell finds the same:
 *
 * <pre>{@code grep -v '^  "version"' manifest.json | sha256sum | cut -c1-8}</pre>
 */
final class Version {
  /** Stands in for the version until it is known. */
  private static final String UNKNOWN = "-00000000";

  private static final int DIGITS = 8;
  private static final Pattern NAME = Pattern.compile("\\d{8}T\\d{6}Z-[0-9a-f]{8}");
  private static final String LINE = "  \"version\"";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Version() {}

  /** Whether a text has the form of a version. */
  static boolean isVersion(String text) {
    return NAME.matcher(text).matches();
  }

  /** The time in a version's name. */
  static String stamp(Instant createdAt) {
    return STAMP.format(createdAt);
  }

  /**
   * The second that a version names.
   *
   * @throws IllegalArgumentException if it names none
   */
  static Instant createdAt(String version) {
    try {
      return Instant.from(STAMP.parse(version.substring(0, version.indexOf('-'))));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a version: " + version, e);
    }
  }

  /** A name of the right form for a manifest whose version is not known yet. */
  static String unknown(Instant createdAt) {
    return stamp(createdAt) + UNKNOWN;
  }

  /** The name of the bundle with this manifest, whatever version the manifest states. */
  static String of(Instant createdAt, byte[] manifest) {
    String rest =
        Arrays.stream(new String(manifest, StandardCharsets.ISO_8859_1).split("(?<=\n)"))
            .filter(line -> !line.startsWith(LINE))
            .collect(Collectors.joining());
    String digest = Sha256.hex(rest.getBytes(StandardCharsets.ISO_8859_1));
    return stamp(createdAt) + "-" + digest.substring(0, DIGITS);
  }
}
