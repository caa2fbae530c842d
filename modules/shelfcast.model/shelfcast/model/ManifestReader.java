package shelfcast.model;

import java.util.List;
import shelfcast.features.MinMaxScaler;
import shelfcast.lstm.Architecture;

/** Reads manifests, as {@link ManifestWriter} lays them out. Unknown fields are ignored. */
final class ManifestReader {
  private static final String NEXT_DAY = ManifestWriter.NEXT_DAY;

  private ManifestReader() {}

  /**
   * Reads a manifest.
   *
   * @param file the file, as the user knows it
   * @throws BundleException if it is not a manifest that this program understands
   */
  static Manifest read(String file, byte[] json) {
    Fields root = Json.read(file, json);
    FileFormat.MANIFEST.check(file, root.whole("format"));
    return root.make(ManifestReader::manifest);
  }

  private static Manifest manifest(Fields root) {
    Fields config = root.object("config");
    Fields files = root.object("files");
    return new Manifest(
        root.text("version"),
        root.instant("created_at"),
        root.text("code_revision"),
        lineage(root.object("data")),
        config.entries(config::text),
        nextDay(root),
        files.entries(name -> entry(files.object(name))));
  }

  private static Lineage lineage(Fields data) {
    return new Lineage(
        data.text("uri"),
        data.text("etag"),
        data.optionalText("version_id"),
        data.text("sha256"),
        data.whole("rows"),
        data.date("first_date"),
        data.date("last_date"),
        data.count("series"));
  }

  private static NextDaySpec nextDay(Fields root) {
    Fields features = root.object("features").object(NEXT_DAY);
    List<String> inputs = features.texts("inputs");
    if (!inputs.equals(NextDaySpec.FEATURES)) {
      throw root.wrong(
          "lists the features " + inputs + ", where this program knows " + NextDaySpec.FEATURES);
    }
    return new NextDaySpec(
        architecture(root.object("architecture").object(NEXT_DAY)),
        features.count("window"),
        features.flag("returns_kept"),
        scalers(root.object("scalers").object(NEXT_DAY)),
        training(root.object("training").object(NEXT_DAY)),
        metrics(root.object("metrics").object(NEXT_DAY)),
        gate(root.object("gate").object(NEXT_DAY)),
        root.object("golden").objects(NEXT_DAY).stream().map(ManifestReader::golden).toList());
  }

  private static Architecture architecture(Fields from) {
    return new Architecture(
        from.count("inputs"), from.count("hidden"), from.count("layers"), from.count("outputs"));
  }

  private static Scalers scalers(Fields from) {
    Fields series = from.object("series");
    return new Scalers(scaler(from, "pooled"), series.entries(id -> scaler(series, id)));
  }

  private static MinMaxScaler scaler(Fields from, String name) {
    float[] minAndMax = from.floats(name, 2);
    return new MinMaxScaler(minAndMax[0], minAndMax[1]);
  }

  private static Training training(Fields from) {
    return new Training(
        from.count("epochs"),
        from.count("best_epoch"),
        from.whole("seed"),
        from.number("final_loss"));
  }

  private static Metrics metrics(Fields from) {
    Fields methods = from.object("methods");
    return new Metrics(
        from.date("from"),
        from.date("to"),
        from.whole("observations"),
        methods.entries(method -> {
          Fields measures = methods.object(method);
          return measures.entries(measures::number);
        }),
        from.flag("beats_baseline"));
  }

  private static Gate gate(Fields from) {
    return new Gate(
        from.flag("passed"),
        from.flag("forced"),
        from.optionalText("champion"),
        from.text("reason"));
  }

  private static Golden golden(Fields from) {
    return new Golden(
        from.number("lag_1"),
        from.number("rolling_mean_7"),
        from.optionalText("series"),
        from.number("prediction"));
  }

  private static FileEntry entry(Fields from) {
    return new FileEntry(from.text("sha256"), from.whole("size"));
  }
}
