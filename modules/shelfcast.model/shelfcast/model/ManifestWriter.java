package shelfcast.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;
import shelfcast.features.MinMaxScaler;

/**
 * Writes manifests. Each part that belongs to a network lies under the part's name and then the
 * network's, so that another network can be added beside {@code next_day}.
 */
final class ManifestWriter {
  /** The name of the next-day network, in manifests and before the names of its tensors. */
  static final String NEXT_DAY = "next_day";

  private ManifestWriter() {}

  /** The bytes of {@code manifest.json}. */
  static byte[] write(Manifest manifest) {
    ObjectNode root = Json.object();
    root.put("format", FileFormat.MANIFEST.current());
    root.put("version", manifest.version());
    root.put("created_at", manifest.createdAt().toString());
    root.put("code_revision", manifest.codeRevision());
    data(root.putObject("data"), manifest.data());
    ObjectNode config = root.putObject("config");
    manifest.config().forEach(config::put);
    NextDaySpec spec = manifest.nextDay();
    architecture(root.putObject("architecture").putObject(NEXT_DAY), spec);
    features(root.putObject("features").putObject(NEXT_DAY), spec);
    scalers(root.putObject("scalers").putObject(NEXT_DAY), spec.scalers());
    training(root.putObject("training").putObject(NEXT_DAY), spec.training());
    metrics(root.putObject("metrics").putObject(NEXT_DAY), spec.metrics());
    gate(root.putObject("gate").putObject(NEXT_DAY), spec.gate());
    golden(root.putObject("golden").putArray(NEXT_DAY), spec);
    files(root.putObject("files"), manifest.files());
    return Json.write(root);
  }

  private static void data(ObjectNode to, Lineage data) {
    to.put("uri", data.uri());
    to.put("etag", data.etag());
    data.versionId().ifPresent(id -> to.put("version_id", id));
    to.put("sha256", data.sha256());
    to.put("rows", data.rows());
    to.put("first_date", data.firstDate().toString());
    to.put("last_date", data.lastDate().toString());
    to.put("series", data.series());
  }

  private static void architecture(ObjectNode to, NextDaySpec spec) {
    to.put("inputs", spec.architecture().inputs());
    to.put("hidden", spec.architecture().hidden());
    to.put("layers", spec.architecture().layers());
    to.put("outputs", spec.architecture().outputs());
  }

  private static void features(ObjectNode to, NextDaySpec spec) {
    ArrayNode inputs = to.putArray("inputs");
    NextDaySpec.FEATURES.forEach(inputs::add);
    to.put("window", spec.window());
    to.put("returns_kept", spec.returnsKept());
  }

  private static void scalers(ObjectNode to, Scalers scalers) {
    scaler(to.putArray("pooled"), scalers.pooled());
    ObjectNode series = to.putObject("series");
    scalers.bySeries().forEach((id, own) -> scaler(series.putArray(id), own));
  }

  private static void scaler(ArrayNode to, MinMaxScaler scaler) {
    to.add(scaler.min());
    to.add(scaler.max());
  }

  private static void training(ObjectNode to, Training training) {
    to.put("epochs", training.epochs());
    to.put("best_epoch", training.bestEpoch());
    to.put("seed", training.seed());
    to.put("final_loss", training.finalLoss());
  }

  private static void metrics(ObjectNode to, Metrics metrics) {
    to.put("from", metrics.from().toString());
    to.put("to", metrics.to().toString());
    to.put("observations", metrics.observations());
    ObjectNode methods = to.putObject("methods");
    metrics
        .methods()
        .forEach((method, measures) -> {
          ObjectNode values = methods.putObject(method);
          measures.forEach(values::put);
        });
    to.put("beats_baseline", metrics.beatsBaseline());
  }

  private static void gate(ObjectNode to, Gate gate) {
    to.put("passed", gate.passed());
    to.put("forced", gate.forced());
    gate.champion().ifPresent(version -> to.put("champion", version));
    to.put("reason", gate.reason());
  }

  private static void golden(ArrayNode to, NextDaySpec spec) {
    for (Golden golden : spec.golden()) {
      ObjectNode one = to.addObject();
      one.put("lag_1", golden.lag1());
      one.put("rolling_mean_7", golden.rollingMean7());
      golden.series().ifPresent(id -> one.put("series", id));
      one.put("prediction", golden.prediction());
    }
  }

  private static void files(ObjectNode to, SortedMap<String, FileEntry> files) {
    files.forEach((name, entry) -> {
      ObjectNode one = to.putObject(name);
      one.put("sha256", entry.sha256());
      one.put("size", entry.size());
    });
  }
}
