package shelfcast.lstm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.ojalgo.matrix.store.R032Store;

/**
 * The safetensors format (github.com/huggingface/safetensors, "Format"): the header's length as 8
 * bytes, a JSON header with each tensor's type, shape and place, padded with spaces to a multiple
 * of 8, then the numbers, little-endian and row by row. Here all numbers are F32 and all tensors
 * have one or two dimensions.
 */
public final class Safetensors {

  /** Bytes of the header's length. */
  static final int PREFIX = 8;

  private static final int ALIGNMENT = 8;

  private static final JsonFactory JSON = new JsonFactory();

  private Safetensors() {}

  /**
   * What a file holds.
   *
   * @param tensors by name, in the order of their numbers in the file; one dimension of n is a
   *     store of n x 1
   * @param metadata the file's own strings, by key
   */
  public record Read(SequencedMap<String, R032Store> tensors, Map<String, String> metadata) {

    /** Copies the maps. */
    public Read {
      tensors = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tensors));
      metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    }
  }

  /**
   * A file with these tensors and strings, both in the order of their names, as Python's {@code
   * safetensors} orders tensors: equal content gives equal bytes.
   *
   * @param tensors stores by name; following PyTorch, one is written with a single dimension if the
   *     last part of its name begins with {@code bias}, else with two
   * @param metadata strings for the header; may be empty
   */
  public static byte[] write(
      SequencedMap<String, R032Store> tensors, Map<String, String> metadata) {
    SequencedMap<String, R032Store> sorted = new TreeMap<>(tensors);
    byte[] header = header(sorted, new TreeMap<>(metadata));
    int numbers = 0;
    for (R032Store store : sorted.values()) {
      numbers = Math.addExact(numbers, store.data.length);
    }
    int size = Math.addExact(PREFIX + header.length, Math.multiplyExact(Float.BYTES, numbers));
    ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(header.length).put(header);
    for (R032Store store : sorted.values()) {
      for (int row = 0; row < store.getRowDim(); row++) {
        for (int column = 0; column < store.getColDim(); column++) {
          file.putFloat(store.floatValue(row, column));
        }
      }
    }
    return file.array();
  }

  private static byte[] header(
      SequencedMap<String, R032Store> tensors, SequencedMap<String, String> metadata) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      if (!metadata.isEmpty()) {
        json.writeObjectFieldStart(SafetensorsHeader.METADATA);
        for (Map.Entry<String, String> each : metadata.entrySet()) {
          json.writeStringField(each.getKey(), each.getValue());
        }
        json.writeEndObject();
      }
      int offset = 0;
      for (Map.Entry<String, R032Store> each : tensors.entrySet()) {
        int[] shape = shape(each.getKey(), each.getValue());
        int end = offset + Float.BYTES * each.getValue().data.length;
        json.writeObjectFieldStart(each.getKey());
        json.writeStringField("dtype", SafetensorsHeader.TYPE);
        json.writeFieldName("shape");
        json.writeArray(shape, 0, shape.length);
        json.writeFieldName("data_offsets");
        json.writeArray(new int[] {offset, end}, 0, 2);
        json.writeEndObject();
        offset = end;
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    while (bytes.size() % ALIGNMENT != 0) {
      bytes.write(' ');
    }
    return bytes.toByteArray();
  }

  private static int[] shape(String name, R032Store store) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    if (!last.startsWith("bias")) {
      return new int[] {store.getRowDim(), store.getColDim()};
    }
    if (store.getColDim() != 1) {
      throw new IllegalArgumentException(
          "safetensors: %s is named as a vector, but has %d columns"
              .formatted(name, store.getColDim()));
    }
    return new int[] {store.getRowDim()};
  }

  /**
   * Reads a file, strictly: every byte must belong to the header or to exactly one tensor.
   *
   * @throws SafetensorsException if the bytes are anything else, or hold a tensor that is not F32
   *     or has other than one or two dimensions
   */
  public static Read read(byte[] file) {
    SafetensorsHeader header = SafetensorsHeader.of(file);
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    SequencedMap<String, R032Store> tensors = new LinkedHashMap<>();
    for (SafetensorsHeader.Entry entry : header.entries()) {
      R032Store store = Columns.zeros(entry.rows(), entry.columns());
      bytes.position(header.dataStart() + entry.begin());
      for (int row = 0; row < entry.rows(); row++) {
        for (int column = 0; column < entry.columns(); column++) {
          store.data[row + column * entry.rows()] = bytes.getFloat();
        }
      }
      tensors.put(entry.name(), store);
    }
    return new Read(tensors, header.metadata());
  }
}
