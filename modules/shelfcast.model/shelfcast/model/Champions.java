package shelfcast.model;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import shelfcast.store.ObjectContent;
import shelfcast.store.ObjectStore;
import shelfcast.store.StoreException;

/**
 * Reads and changes {@code models/current.json}. A change is decided on what was read and written
 * only if that still stands; if not, it is decided again on what stands now.
 */
final class Champions {
  /** How often a change is decided anew before giving up; each time somebody else has won. */
  private static final int ATTEMPTS = 20;

  /** How many champions of before are remembered. */
  private static final int HISTORY = 50;

  private final ObjectStore store;
  private final BundleLoader loader;
  private final InstantSource clock;

  Champions(ObjectStore store, BundleLoader loader, InstantSource clock) {
    this.store = store;
    this.loader = loader;
    this.clock = clock;
  }

  /** What a change comes to: its outcome, and what to write, if anything. */
  private record Decision<T>(T outcome, Optional<Pointer> write) {}

  /**
   * The pointer, if there is one.
   *
   * @throws BundleException if it is not one that this program understands
   */
  Optional<Pointer> current() {
    return store.get(Layout.CURRENT).map(this::parse);
  }

  /**
   * Reads the pointer's bytes.
   *
   * @throws BundleException if they are not a pointer that this program understands
   */
  Pointer parse(ObjectContent content) {
    try {
      return PointerJson.read(store.location().resolve(Layout.CURRENT).toString(), content.bytes());
    } catch (BundleException e) {
      if (e.kind() == BundleException.Kind.CORRUPT) {
        throw new BundleException(
            e.kind(),
            e.getMessage() + "; delete it, then shelfcast-model promote VERSION writes a new one",
            e);
      }
      throw e;
    }
  }

  /**
   * Loads the bundle that a pointer names.
   *
   * @throws BundleException if the bundle is not as published, or not the one pointed at
   */
  Champion load(Pointer pointer, String etag) {
    Bundle bundle = loader.load(pointer.version());
    if (!bundle.manifestSha256().equals(pointer.manifestSha256())) {
      throw new BundleException(
          BundleException.Kind.CORRUPT,
          store.location().resolve(Layout.file(pointer.version(), Layout.MANIFEST))
              + " has the sha256 "
              + bundle.manifestSha256()
              + ", but current.json names "
              + pointer.manifestSha256());
    }
    return new Champion(pointer, etag, bundle);
  }

  /** See {@link Registry#promote}. */
  Promotion promote(String version, Optional<String> context, Registry.By by) {
    Bundle challenger = loader.load(version);
    return change(current ->
        current
            .map(champion -> challenge(challenger, champion, context, by))
            .orElseGet(() ->
                new Decision<>(
                    new Promotion.Promoted(version, Optional.empty(), false),
                    Optional.of(
                        new Pointer(
                            version,
                            challenger.manifestSha256(),
                            context,
                            now(),
                            false,
                            List.of())))));
  }

  private Decision<Promotion> challenge(
      Bundle challenger, Pointer champion, Optional<String> context, Registry.By by) {
    String version = challenger.version();
    LocalDate lastDate = challenger.manifest().data().lastDate();
    Optional<LocalDate> newer = lastDate(champion).filter(lastDate::isBefore);
    Optional<String> newContext =
        newer.isPresent() ? champion.context() : context.or(champion::context);
    Pointer moved = champion.withContext(newContext);
    Optional<Pointer> move = Optional.of(moved).filter(pointer -> !pointer.equals(champion));
    if (champion.version().equals(version)) {
      return new Decision<>(new Promotion.AlreadyChampion(version), move);
    }
    if (champion.pinned() && by == Registry.By.TRAINING) {
      return new Decision<>(new Promotion.Pinned(version, champion.version()), move);
    }
    if (newer.isPresent()) {
      return new Decision<>(
          new Promotion.OlderData(version, lastDate, champion.version(), newer.get()),
          Optional.empty());
    }
    return new Decision<>(
        new Promotion.Promoted(version, Optional.of(champion.version()), champion.pinned()),
        Optional.of(
            new Pointer(
                version,
                challenger.manifestSha256(),
                newContext,
                now(),
                champion.pinned(),
                Stream.concat(Stream.of(champion.promotion()), champion.history().stream())
                    .limit(HISTORY)
                    .toList())));
  }

  /** See {@link Registry#checkChampionFormat}. */
  void checkFormat() {
    current().ifPresent(this::lastDate);
  }

  /** The end of the champion's data; unknown if it is damaged, which keeps nobody from it. */
  private Optional<LocalDate> lastDate(Pointer champion) {
    try {
      return Optional.of(loader.manifest(champion.version()).manifest().data().lastDate());
    } catch (BundleException e) {
      if (e.kind() == BundleException.Kind.TOO_NEW) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** See {@link Registry#rollback}. */
  Rollback rollback() {
    return change(current ->
        current
            .map(this::goBack)
            .orElseGet(() ->
                new Decision<>(
                    new Rollback.NothingBefore(Optional.empty(), List.of()), Optional.empty())));
  }

  private Decision<Rollback> goBack(Pointer champion) {
    List<String> skipped = new ArrayList<>();
    List<Pointer.PastPromotion> history = champion.history();
    for (int i = 0; i < history.size(); i++) {
      String version = history.get(i).version();
      try {
        Bundle bundle = loader.load(version);
        return new Decision<>(
            new Rollback.RolledBack(version, champion.version(), skipped),
            Optional.of(
                new Pointer(
                    version,
                    bundle.manifestSha256(),
                    champion.context(),
                    now(),
                    true,
                    history.subList(i + 1, history.size()))));
      } catch (BundleException e) {
        skipped.add(e.getMessage());
      }
    }
    return new Decision<>(
        new Rollback.NothingBefore(Optional.of(champion.version()), skipped), Optional.empty());
  }

  /** See {@link Registry#unpin}. */
  boolean unpin() {
    return changeField(champion -> champion.withPinned(false));
  }

  /** See {@link Registry#moveContext}. */
  boolean moveContext(String id, LocalDate lastDate) {
    Context.checkId(id);
    return changeField(champion ->
        lastDate(champion).filter(lastDate::isBefore).isPresent()
            ? champion
            : champion.withContext(Optional.of(id)));
  }

  private boolean changeField(Function<Pointer, Pointer> change) {
    return change(current -> {
      Optional<Pointer> write =
          current.flatMap(champion ->
              Optional.of(change.apply(champion)).filter(changed -> !changed.equals(champion)));
      return new Decision<>(write.isPresent(), write);
    });
  }

  private <T> T change(Function<Optional<Pointer>, Decision<T>> decide) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<ObjectContent> read = store.get(Layout.CURRENT);
      Optional<Pointer> before = read.map(this::parse);
      Decision<T> decision = decide.apply(before);
      Optional<Pointer> write = decision.write();
      if (write.isEmpty()
          || write(read, write.get())
          || current().filter(now -> stands(before, write.get(), now)).isPresent()) {
        return decision.outcome();
      }
    }
    throw new StoreException(
        store.location().resolve(Layout.CURRENT)
            + " was changed by others "
            + ATTEMPTS
            + " times while it was to be changed here; try again");
  }

  private boolean write(Optional<ObjectContent> read, Pointer pointer) {
    byte[] json = PointerJson.write(pointer);
    return read.map(old -> store.putIfMatch(Layout.CURRENT, json, old.info().etag()))
        .orElseGet(() -> store.putIfAbsent(Layout.CURRENT, json))
        .isPresent();
  }

  /**
   * Whether a write that was reported as not done was done all the same, which a store that retries
   * cannot always tell: it is there, or it made a champion that is history already.
   */
  private static boolean stands(Optional<Pointer> before, Pointer written, Pointer now) {
    Pointer.PastPromotion promotion = written.promotion();
    boolean promoted =
        before
            .filter(pointer ->
                pointer.promotion().equals(promotion) || pointer.history().contains(promotion))
            .isEmpty();
    return now.equals(written) || promoted && now.history().contains(promotion);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
