package shelfcast.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads locations as people write them; {@code java.net.URI} makes {@code file:./x} opaque. */
final class LocationParser {
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)");

  /** The bucket naming rules of the S3 user guide ("General purpose bucket naming rules"). */
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  private static final Pattern IP_ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");
  private static final String EXAMPLES = "write file:./var/store or s3://bucket/prefix";

  private LocationParser() {}

  static Location parse(String uri) {
    if (uri.isBlank()) {
      throw new IllegalArgumentException("a location is empty: " + EXAMPLES);
    }
    Matcher scheme = SCHEME.matcher(uri);
    if (!scheme.matches()) {
      return folder(uri, uri);
    }
    return switch (scheme.group(1)) {
      case "file" -> folder(uri, decoded(uri, withoutAuthority(uri, scheme.group(2))));
      case "s3" -> bucket(uri, scheme.group(2));
      default -> throw bad(uri, unknownScheme(uri, scheme.group(1)));
    };
  }

  private static String unknownScheme(String uri, String scheme) {
    String lower = scheme.toLowerCase(Locale.ROOT);
    String rest = uri.substring(scheme.length() + 1);
    if (lower.equals("file") || lower.equals("s3")) {
      return "schemes are lower case: write " + lower + ":" + rest;
    }
    return switch (lower) {
      case "http", "https" ->
          "web addresses are not places to read or write; for a bucket write s3://bucket/prefix and"
              + " name a compatible server by --s3-endpoint; download other files first";
      case "s3a", "s3n" -> "write s3:" + rest;
      case "arn" -> "write a bucket as s3://bucket/prefix";
      default ->
          "\"%s\" is not a kind of place: %s, or ./%s if it is a file of this name"
              .formatted(scheme, EXAMPLES, uri);
    };
  }

  private static Location folder(String uri, String path) {
    if (path.isEmpty()) {
      throw bad(uri, "the path is missing: write file:./var/store or file:/srv/store");
    }
    if (path.equals("~") || path.startsWith("~/")) {
      throw bad(uri, "the shell replaces ~ only where a word starts: write your home folder out");
    }
    try {
      return new Location.Folder(Path.of(path));
    } catch (InvalidPathException e) {
      throw bad(
          uri,
          "it cannot be a path on this machine (%s)".formatted(e.getReason())
              + "; if it has letters beyond ASCII, set LC_ALL=C.UTF-8");
    }
  }

  /** Takes {@code //} and an empty host or {@code localhost} off, as RFC 8089 has them. */
  private static String withoutAuthority(String uri, String rest) {
    if (!rest.startsWith("//")) {
      return rest;
    }
    int slash = rest.indexOf('/', 2);
    String host = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
    if (host.isEmpty() || host.equals("localhost")) {
      return slash < 0 ? "" : rest.substring(slash);
    }
    throw bad(
        uri,
        "\"%s\" stands where a host would".formatted(host)
            + ": write file:%s for a relative path, file:/%s for an absolute one"
                .formatted(rest.substring(2), rest.substring(2)));
  }

  private static String decoded(String uri, String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '%') {
        out.write(bytes[i]);
        continue;
      }
      int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        throw bad(
            uri, "a % is not followed by two hexadecimal digits: write a percent sign as %25");
      }
      out.write(high << 4 | low);
      i += 2;
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Location bucket(String uri, String rest) {
    if (!rest.startsWith("//")) {
      throw bad(uri, "two slashes are missing: write s3://" + rest.replaceFirst("^/", ""));
    }
    int slash = rest.indexOf('/', 2);
    String name = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
    if (name.isEmpty()) {
      throw bad(uri, "the bucket's name is missing: write s3://bucket/prefix");
    }
    if (!BUCKET.matcher(name).matches()
        || name.contains("..")
        || IP_ADDRESS.matcher(name).matches()) {
      throw bad(
          uri,
          "\"%s\" cannot be a bucket's name".formatted(name)
              + ": 3 to 63 lower-case letters, digits, dots and hyphens, with a letter or digit"
              + " at both ends");
    }
    String prefix = slash < 0 ? "" : rest.substring(slash + 1);
    if (prefix.endsWith("/")) {
      prefix = prefix.substring(0, prefix.length() - 1);
    }
    if (!prefix.isEmpty()
        && List.of(prefix.split("/", -1)).stream().anyMatch(LocationParser::unusable)) {
      throw bad(uri, "the prefix has an empty segment, \".\" or \"..\": S3 takes these literally");
    }
    return new Location.Bucket(name, prefix);
  }

  private static boolean unusable(String segment) {
    return segment.isEmpty() || segment.equals(".") || segment.equals("..");
  }

  private static IllegalArgumentException bad(String uri, String why) {
    return new IllegalArgumentException("\"%s\" is not a location: %s".formatted(uri, why));
  }
}
