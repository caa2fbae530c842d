package shelfcast.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import shelfcast.store.ObjectInfo;
import shelfcast.store.ObjectStore;

/** What bundles a store holds, by the files that are there. */
final class Inventory {
  private final ObjectStore store;
  private final BundleLoader loader;

  Inventory(ObjectStore store, BundleLoader loader) {
    this.store = store;
    this.loader = loader;
  }

  /**
   * The files of one bundle.
   *
   * @param version the bundle
   * @param objects its files, at least one
   */
  record Files(String version, List<ObjectInfo> objects) {
    /** Whether publishing has come to its end. */
    boolean complete() {
      return objects.stream()
          .anyMatch(object -> object.key().equals(Layout.file(version, Layout.MANIFEST)));
    }

    /** When the last of the files was written. */
    Instant modified() {
      return objects.stream().map(ObjectInfo::modified).max(Instant::compareTo).orElseThrow();
    }

    private long size() {
      return objects.stream().mapToLong(ObjectInfo::size).sum();
    }
  }

  /** The files of all bundles, the oldest first. */
  Collection<Files> files() {
    SortedMap<String, List<ObjectInfo>> byVersion = new TreeMap<>();
    for (ObjectInfo object : store.list(Layout.MODELS)) {
      Layout.versionOf(object.key())
          .ifPresent(
              version -> byVersion.computeIfAbsent(version, v -> new ArrayList<>()).add(object));
    }
    return byVersion.entrySet().stream()
        .map(entry -> new Files(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** All bundles, the newest first. */
  List<BundleSummary> list(Optional<Pointer> current) {
    return files().stream().map(files -> summary(files, current)).toList().reversed();
  }

  private BundleSummary summary(Files files, Optional<Pointer> current) {
    String version = files.version();
    Instant createdAt = Version.createdAt(version);
    BundleSummary.Standing standing = standing(files, current);
    if (standing == BundleSummary.Standing.INCOMPLETE) {
      return new BundleSummary(
          version,
          createdAt,
          files.size(),
          standing,
          Optional.empty(),
          Optional.of("it has no " + Layout.MANIFEST));
    }
    try {
      Manifest manifest = loader.manifest(version).manifest();
      return new BundleSummary(
          version, createdAt, files.size(), standing, Optional.of(manifest), Optional.empty());
    } catch (BundleException e) {
      return new BundleSummary(
          version,
          createdAt,
          files.size(),
          standing,
          Optional.empty(),
          Optional.of(e.getMessage()));
    }
  }

  private static BundleSummary.Standing standing(Files files, Optional<Pointer> current) {
    String version = files.version();
    if (!files.complete()) {
      return BundleSummary.Standing.INCOMPLETE;
    }
    if (current.filter(pointer -> pointer.version().equals(version)).isPresent()) {
      return BundleSummary.Standing.CHAMPION;
    }
    return current.stream()
            .flatMap(pointer -> pointer.history().stream())
            .anyMatch(past -> past.version().equals(version))
        ? BundleSummary.Standing.FORMER_CHAMPION
        : BundleSummary.Standing.CHALLENGER;
  }
}
