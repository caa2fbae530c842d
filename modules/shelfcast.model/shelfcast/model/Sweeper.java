package shelfcast.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shelfcast.store.ObjectInfo;
import shelfcast.store.ObjectStore;

/**
 * Deletes what nobody will ask for again.
 *
 * <p>Never deleted: the champion; the newest {@code keep} bundles, at least one; the last {@code
 * keep} former champions, which {@code rollback} goes back to; the context in use. Files of an
 * incomplete bundle, and contexts, may belong to a training that is about to point at them, and
 * stay until they are {@link #GRACE} old.
 */
final class Sweeper {
  /** Longer than any training takes from its first file to {@code current.json}. */
  static final Duration GRACE = Duration.ofHours(24);

  private final ObjectStore store;
  private final Champions champions;
  private final Inventory inventory;
  private final InstantSource clock;

  Sweeper(ObjectStore store, Champions champions, Inventory inventory, InstantSource clock) {
    this.store = store;
    this.champions = champions;
    this.inventory = inventory;
    this.clock = clock;
  }

  /** See {@link Registry#gc}. */
  Sweep sweep(int keep) {
    Optional<Pointer> current = champions.current();
    return new Sweep(versions(keep, current), contexts(current));
  }

  private List<String> versions(int keep, Optional<Pointer> current) {
    Collection<Inventory.Files> all = inventory.files();
    Set<String> kept = kept(keep, current, all);
    List<String> swept = new ArrayList<>();
    for (Inventory.Files files : all) {
      boolean unwanted = files.complete() ? !kept.contains(files.version()) : old(files.modified());
      if (unwanted && !champion(files.version())) {
        delete(files);
        swept.add(files.version());
      }
    }
    return swept;
  }

  private static Set<String> kept(
      int keep, Optional<Pointer> current, Collection<Inventory.Files> all) {
    List<String> complete =
        all.stream().filter(Inventory.Files::complete).map(Inventory.Files::version).toList();
    Set<String> present = Set.copyOf(complete);
    Stream<String> newest = complete.reversed().stream().limit(keep);
    Stream<String> former =
        current.stream()
            .flatMap(pointer -> pointer.history().stream())
            .map(Pointer.PastPromotion::version)
            .filter(present::contains)
            .distinct()
            .limit(keep);
    return Stream.concat(newest, former).collect(Collectors.toSet());
  }

  /** Looked up again before each bundle is deleted: it may have been promoted just now. */
  private boolean champion(String version) {
    return champions.current().filter(now -> now.version().equals(version)).isPresent();
  }

  /** The manifest first: an interrupted sweep leaves an incomplete bundle, not a broken one. */
  private void delete(Inventory.Files files) {
    store.delete(Layout.file(files.version(), Layout.MANIFEST));
    files.objects().forEach(object -> store.delete(object.key()));
  }

  private List<String> contexts(Optional<Pointer> current) {
    Optional<String> used = current.flatMap(Pointer::context);
    List<String> swept = new ArrayList<>();
    for (ObjectInfo object : store.list(Layout.CONTEXTS)) {
      Layout.contextOf(object.key())
          .filter(id -> used.filter(id::equals).isEmpty() && old(object.modified()))
          .ifPresent(id -> {
            store.delete(object.key());
            swept.add(id);
          });
    }
    return swept;
  }

  private boolean old(Instant modified) {
    return modified.isBefore(clock.instant().minus(GRACE));
  }
}
