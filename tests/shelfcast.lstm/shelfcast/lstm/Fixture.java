package shelfcast.lstm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.ojalgo.matrix.store.R032Store;

/** What make_fixtures.py wrote by PyTorch. */
record Fixture(SequencedMap<String, R032Store> tensors, Map<String, String> metadata) {

  /** The steps, features and outputs of training.safetensors. */
  static final Architecture TRAINING = new Architecture(3, 5, 2, 2);

  static byte[] bytes(String name) {
    try (InputStream in = Fixture.class.getResourceAsStream("fixtures/" + name + ".safetensors")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Fixture read(String name) {
    Safetensors.Read read = Safetensors.read(bytes(name));
    return new Fixture(read.tensors(), read.metadata());
  }

  /** The tensors whose names begin with the prefix, without it. */
  SequencedMap<String, R032Store> under(String prefix) {
    SequencedMap<String, R032Store> found = new LinkedHashMap<>();
    tensors.forEach((name, store) -> {
      if (name.startsWith(prefix)) {
        found.put(name.substring(prefix.length()), store);
      }
    });
    return found;
  }

  /** A tensor's numbers, row by row. */
  float[] rows(String name) {
    return rows(tensors.get(name));
  }

  static float[] rows(R032Store store) {
    float[] numbers = new float[store.data.length];
    int columns = store.getColDim();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = store.floatValue(i / columns, i % columns);
    }
    return numbers;
  }

  /** The batch of training.safetensors. */
  static Sequences batch() {
    Fixture training = read("training");
    int steps = training.rows("step_weights").length;
    float[] weights = training.rows("weights");
    int[] starts = new int[weights.length / steps];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = i * steps;
    }
    return new Sequences(
        training.rows("inputs"),
        TRAINING.inputs(),
        training.rows("targets"),
        weights,
        starts,
        steps);
  }

  static Network network() {
    return Network.of(TRAINING, read("network").tensors());
  }
}
