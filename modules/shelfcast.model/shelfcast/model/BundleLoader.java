package shelfcast.model;

import java.util.Map;
import java.util.stream.Collectors;
import shelfcast.lstm.Network;
import shelfcast.lstm.Safetensors;
import shelfcast.lstm.SafetensorsException;
import shelfcast.store.ObjectStore;

/** Reads bundles, and believes nothing that it has not checked. */
final class BundleLoader {
  private static final String PREFIX = ManifestWriter.NEXT_DAY + ".";

  private final ObjectStore store;

  BundleLoader(ObjectStore store) {
    this.store = store;
  }

  /**
   * A manifest and the digest of its bytes.
   *
   * @param manifest what it says
   * @param sha256 the SHA-256 of its bytes
   */
  record Signed(Manifest manifest, String sha256) {}

  /**
   * Reads and checks the manifest of a bundle.
   *
   * @throws BundleException if it is missing, not understood, or not what was published
   */
  Signed manifest(String version) {
    String file = name(version, Layout.MANIFEST);
    byte[] json = bytes(version, Layout.MANIFEST);
    Manifest manifest = Manifest.parse(file, json);
    if (!manifest.version().equals(version)) {
      throw corrupt(file, "is the manifest of another version, " + manifest.version());
    }
    String computed = Version.of(manifest.createdAt(), json);
    if (!computed.equals(version)) {
      throw corrupt(file, "has been changed since: its content makes the version " + computed);
    }
    return new Signed(manifest, Sha256.hex(json));
  }

  /**
   * Reads a file of a bundle and checks it against the manifest.
   *
   * @throws BundleException if the manifest does not list it, it is missing, or not what was
   *     published
   */
  byte[] file(Manifest manifest, String fileName) {
    String file = name(manifest.version(), fileName);
    if (!manifest.files().containsKey(fileName)) {
      throw corrupt(name(manifest.version(), Layout.MANIFEST), "does not list " + fileName);
    }
    FileEntry expected = manifest.files().get(fileName);
    byte[] content = bytes(manifest.version(), fileName);
    if (content.length != expected.size()) {
      throw corrupt(file, "has " + content.length + " bytes, published were " + expected.size());
    }
    FileEntry found = FileEntry.of(content);
    if (!found.equals(expected)) {
      throw corrupt(
          file, "has the sha256 " + found.sha256() + ", published was " + expected.sha256());
    }
    return content;
  }

  /**
   * Reads a bundle: every file the manifest lists is checked, and the golden inputs are predicted.
   *
   * @throws BundleException if anything is not as published
   */
  Bundle load(String version) {
    Signed signed = manifest(version);
    Manifest manifest = signed.manifest();
    manifest.files().keySet().stream()
        .filter(name -> !name.equals(Layout.WEIGHTS))
        .forEach(name -> file(manifest, name));
    return new Bundle(manifest, signed.sha256(), model(manifest));
  }

  private NextDayModel model(Manifest manifest) {
    String file = name(manifest.version(), Layout.WEIGHTS);
    NextDayModel model = model(file, manifest.nextDay(), file(manifest, Layout.WEIGHTS));
    SelfTest.check(file, model, manifest.nextDay());
    return model;
  }

  /**
   * The model in a file of weights, not tested yet.
   *
   * @param file the file, as the user knows it
   * @throws BundleException if it is no file of weights, or they are not those of the network
   */
  static NextDayModel model(String file, NextDaySpec spec, byte[] safetensors) {
    try {
      Network network =
          Network.of(
              spec.architecture(),
              Safetensors.read(safetensors).tensors().entrySet().stream()
                  .filter(tensor -> tensor.getKey().startsWith(PREFIX))
                  .collect(
                      Collectors.toMap(
                          tensor -> tensor.getKey().substring(PREFIX.length()),
                          Map.Entry::getValue)));
      return NextDayModel.of(network, spec.scalers(), spec.returnsKept());
    } catch (SafetensorsException | IllegalArgumentException e) {
      throw new BundleException(
          BundleException.Kind.CORRUPT,
          file + " does not hold the weights of the next-day network: " + e.getMessage(),
          e);
    }
  }

  private byte[] bytes(String version, String fileName) {
    return store
        .get(Layout.file(version, fileName))
        .orElseThrow(() ->
            new BundleException(
                BundleException.Kind.MISSING,
                name(version, fileName) + " is not there; shelfcast-model list shows what is"))
        .bytes();
  }

  private String name(String version, String fileName) {
    return store.location().resolve(Layout.file(version, fileName)).toString();
  }

  private static BundleException corrupt(String file, String what) {
    return new BundleException(
        BundleException.Kind.CORRUPT,
        file + " " + what + "; the bundle is damaged: train again, or promote another version");
  }
}
