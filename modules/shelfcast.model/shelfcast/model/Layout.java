package shelfcast.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys under which a store holds what this room writes. */
final class Layout {
  /** The one object that changes. */
  static final String CURRENT = "models/current.json";

  /** What the keys of all bundles start with. */
  static final String MODELS = "models/";

  /** What the keys of all contexts start with. */
  static final String CONTEXTS = "context/";

  /** The weights. */
  static final String WEIGHTS = "model.safetensors";

  /** The manifest; written last, so a bundle that has one is whole. */
  static final String MANIFEST = "manifest.json";

  /** The report. */
  static final String REPORT = "report.html";

  private static final String CONTEXT_SUFFIX = ".bin";
  private static final Pattern BUNDLE_FILE = Pattern.compile(MODELS + "([^/]+)/([^/]+)");
  private static final Pattern CONTEXT_FILE =
      Pattern.compile(CONTEXTS + "([^/]+)" + Pattern.quote(CONTEXT_SUFFIX));

  private Layout() {}

  /** The key of a file of a bundle. */
  static String file(String version, String name) {
    return MODELS + version + "/" + name;
  }

  /** The key of a context. */
  static String context(String id) {
    return CONTEXTS + id + CONTEXT_SUFFIX;
  }

  /** The version whose bundle a key belongs to, if it is a file in a folder named like one. */
  static Optional<String> versionOf(String key) {
    Matcher matcher = BUNDLE_FILE.matcher(key);
    return Optional.of(matcher)
        .filter(Matcher::matches)
        .map(m -> m.group(1))
        .filter(Version::isVersion);
  }

  /** The id of the context that a key holds, if it holds one. */
  static Optional<String> contextOf(String key) {
    Matcher matcher = CONTEXT_FILE.matcher(key);
    return Optional.of(matcher).filter(Matcher::matches).map(m -> m.group(1)).filter(Context::isId);
  }
}
