package shelfcast.model;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shelfcast.store.Lookup;
import shelfcast.store.ObjectContent;
import shelfcast.store.ObjectStore;

/**
 * The bundles and contexts in a store, and which bundle is the champion. Safe for use by many
 * threads, processes and machines at once, as far as the store is.
 *
 * <p>Every method may throw a {@link shelfcast.store.StoreException} if the store does not answer,
 * and a {@link BundleException} if something published cannot be used.
 */
public final class Registry {
  /** On whose behalf a version is promoted. */
  public enum By {
    /** A training; a pin stops it. */
    TRAINING,
    /** A person; a pin does not stop them. */
    OPERATOR
  }

  private final ObjectStore store;
  private final BundleLoader loader;
  private final Contexts contexts;
  private final Champions champions;
  private final Inventory inventory;
  private final Publisher publisher;
  private final Sweeper sweeper;

  /**
   * A registry in a store.
   *
   * @param store where it is; remains the caller's to close
   * @param clock the time that versions and promotions are given
   */
  public Registry(ObjectStore store, InstantSource clock) {
    this.store = store;
    this.loader = new BundleLoader(store);
    this.contexts = new Contexts(store);
    this.champions = new Champions(store, loader, clock);
    this.inventory = new Inventory(store, loader);
    this.publisher = new Publisher(store, clock);
    this.sweeper = new Sweeper(store, champions, inventory, clock);
  }

  /**
   * Writes a bundle: weights, report, manifest, in this order. It is not the champion yet. If this
   * is interrupted, the files written are no bundle, and are deleted by a later {@link #gc}.
   *
   * @throws BundleException if files of the same version are there with other bytes
   */
  public Bundle publish(Draft draft) {
    return publisher.publish(draft);
  }

  /**
   * Writes a context. Nothing points to it yet.
   *
   * @return its id
   */
  public String publishContext(Context context) {
    return contexts.publish(context);
  }

  /** Reads a context. */
  public Context context(String id) {
    return contexts.load(id);
  }

  /** What {@code current.json} says; empty if the store answers and has none. */
  public Optional<Pointer> current() {
    return champions.current();
  }

  /** The champion, checked and ready to predict; empty if the store answers and has none. */
  public Optional<Champion> champion() {
    return store
        .get(Layout.CURRENT)
        .map(content -> champions.load(champions.parse(content), content.info().etag()));
  }

  /**
   * Looks whether there is another champion, or another context or pin.
   *
   * @param knownEtag the tag of the {@code current.json} that the caller knows
   */
  public CurrentLookup currentIfChanged(String knownEtag) {
    return switch (store.getIfChanged(Layout.CURRENT, knownEtag)) {
      case Lookup.Unchanged _ -> new CurrentLookup.Unchanged();
      case Lookup.Absent _ -> new CurrentLookup.Absent();
      case Lookup.Changed(ObjectContent content) -> changed(content);
    };
  }

  private CurrentLookup changed(ObjectContent content) {
    String etag = content.info().etag();
    try {
      return new CurrentLookup.Changed(champions.load(champions.parse(content), etag));
    } catch (BundleException e) {
      return new CurrentLookup.Refused(etag, e);
    }
  }

  /** Whether there is anything of a version, be it incomplete or damaged. */
  public boolean has(String version) {
    return Version.isVersion(version) && !store.list(Layout.file(version, "")).isEmpty();
  }

  /** Reads and checks the manifest of a bundle. */
  public Manifest manifest(String version) {
    return loader.manifest(checked(version)).manifest();
  }

  /** Reads a bundle, checks every file of it, and lets it predict its golden inputs. */
  public Bundle load(String version) {
    return loader.load(checked(version));
  }

  /** Reads and checks the report of a bundle, HTML in UTF-8. */
  public byte[] report(String version) {
    return loader.file(manifest(version), Layout.REPORT);
  }

  /**
   * Makes a version the champion, unless it is already, or the champion is pinned and this is a
   * training, or its data ends earlier than the champion's. The context moves with every outcome,
   * but never to one of data that ends earlier than the champion's.
   *
   * @param version a published version
   * @param context the context to forecast from; without one, the present one stays
   * @param by on whose behalf
   * @throws BundleException if the version cannot be loaded
   */
  public Promotion promote(String version, Optional<String> context, By by) {
    context.ifPresent(Context::checkId);
    return champions.promote(checked(version), context, by);
  }

  /**
   * Points the champion, whichever it is, to another context, unless the champion's data ends later
   * than the context.
   *
   * @param id the context
   * @param lastDate the date of its last sale
   * @return whether anything changed; not if there is no champion or it points there already
   */
  public boolean moveContext(String id, LocalDate lastDate) {
    return champions.moveContext(id, lastDate);
  }

  /**
   * Checks that this program understands the champion's manifest, if there is one. Nothing is said
   * of a damaged one, which a new champion replaces.
   *
   * @throws BundleException if the manifest has a format that only a later shelfcast understands
   */
  public void checkChampionFormat() {
    champions.checkFormat();
  }

  /** Goes back to the champion before that can still be loaded, and pins it. */
  public Rollback rollback() {
    return champions.rollback();
  }

  /**
   * Lets training promote again.
   *
   * @return whether the champion was pinned
   */
  public boolean unpin() {
    return champions.unpin();
  }

  /** All bundles, the newest first, incomplete and damaged ones included. */
  public List<BundleSummary> list() {
    return inventory.list(champions.current());
  }

  /** What is wrong with a bundle: nothing, or one finding. */
  public List<Finding> verify(String version) {
    return new Verification(loader, contexts).bundles(Stream.of(checked(version)));
  }

  /** What is wrong with {@code current.json}, what it points at, and every complete bundle. */
  public List<Finding> verify() {
    return new Verification(loader, contexts).all(champions, inventory);
  }

  /**
   * Deletes old bundles and contexts. What stays: the champion, the newest {@code keep} bundles,
   * the last {@code keep} former champions that {@link #rollback} can go back to, the context in
   * use; and what is incomplete, or a context, for 24 hours.
   *
   * @param keep how many, at least 1
   * @return what was deleted
   * @throws IllegalArgumentException if {@code keep} is below 1
   */
  public Sweep gc(int keep) {
    if (keep < 1) {
      throw new IllegalArgumentException("at least 1 bundle must be kept, not " + keep);
    }
    return sweeper.sweep(keep);
  }

  /** In what two bundles differ. */
  public BundleDiff diff(String left, String right) {
    return BundleDiff.between(manifest(left), manifest(right));
  }

  private static String checked(String version) {
    if (!Version.isVersion(version)) {
      throw new BundleException(
          BundleException.Kind.MISSING,
          "\""
              + version
              + "\" is not a version, such as 20260131T120000Z-1a2b3c4d; shelfcast-model list shows"
              + " what is there");
    }
    return version;
  }
}
