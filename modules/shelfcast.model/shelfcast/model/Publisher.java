package shelfcast.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ojalgo.matrix.store.R032Store;
import shelfcast.lstm.Network;
import shelfcast.lstm.Safetensors;
import shelfcast.store.ObjectStore;

/**
 * Writes bundles: the weights, the report, and last the manifest, without which the rest is not a
 * bundle. Whatever is there already is left as it is.
 */
final class Publisher {
  private final ObjectStore store;
  private final InstantSource clock;

  Publisher(ObjectStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Publishes a draft. A second call within the same second with the same content finds its own
   * files and is done.
   *
   * @throws BundleException if a file of this version is there with other bytes
   */
  Bundle publish(Draft draft) {
    Instant createdAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    byte[] weights = weights(draft.nextDay());
    byte[] report = draft.report().getBytes(StandardCharsets.UTF_8);
    SortedMap<String, FileEntry> files =
        new TreeMap<>(
            Map.of(
                Layout.WEIGHTS, FileEntry.of(weights),
                Layout.REPORT, FileEntry.of(report)));
    NextDayModel model = NextDayModel.of(draft.nextDay(), draft.scalers(), draft.returnsKept());
    NextDaySpec spec = spec(draft, SelfTest.record(model, draft.scalers()));
    Manifest nameless = manifest(Version.unknown(createdAt), createdAt, draft, spec, files);
    String version = Version.of(createdAt, nameless.toJson());
    Manifest manifest = manifest(version, createdAt, draft, spec, files);
    byte[] json = manifest.toJson();
    putOnce(Layout.file(version, Layout.WEIGHTS), weights);
    putOnce(Layout.file(version, Layout.REPORT), report);
    putOnce(Layout.file(version, Layout.MANIFEST), json);
    return new Bundle(manifest, Sha256.hex(json), model);
  }

  /** The weights of all networks in one file, each tensor named after its network first. */
  private static byte[] weights(Network nextDay) {
    SequencedMap<String, R032Store> tensors = new LinkedHashMap<>();
    nextDay
        .parameters()
        .forEach((name, tensor) -> tensors.put(ManifestWriter.NEXT_DAY + "." + name, tensor));
    return Safetensors.write(tensors, Map.of());
  }

  private static NextDaySpec spec(Draft draft, List<Golden> golden) {
    return new NextDaySpec(
        draft.nextDay().architecture(),
        draft.window(),
        draft.returnsKept(),
        draft.scalers(),
        draft.training(),
        draft.metrics(),
        draft.gate(),
        golden);
  }

  private static Manifest manifest(
      String version,
      Instant createdAt,
      Draft draft,
      NextDaySpec spec,
      SortedMap<String, FileEntry> files) {
    return new Manifest(
        version, createdAt, draft.codeRevision(), draft.data(), draft.config(), spec, files);
  }

  private void putOnce(String key, byte[] content) {
    boolean written = store.putIfAbsent(key, content).isPresent();
    if (!written && store.get(key).filter(o -> Arrays.equals(o.bytes(), content)).isEmpty()) {
      throw new BundleException(
          BundleException.Kind.CORRUPT,
          store.location().resolve(key)
              + " is there already with other bytes, and a bundle is never overwritten; train"
              + " again");
    }
  }
}
