package shelfcast.lstm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A checked safetensors header.
 *
 * @param dataStart where the numbers begin in the file
 * @param entries the tensors, in the order of their numbers, without gap or overlap
 * @param metadata the file's own strings
 */
record SafetensorsHeader(int dataStart, List<Entry> entries, Map<String, String> metadata) {

  static final String METADATA = "__metadata__";
  static final String TYPE = "F32";

  /** Longest header that the format allows, in bytes. */
  private static final long LONGEST = 100_000_000;

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** One tensor: its name, its shape and its bytes, counted from {@code dataStart}. */
  record Entry(String name, int rows, int columns, int begin, int end) {}

  static SafetensorsHeader of(byte[] file) {
    if (file.length < Safetensors.PREFIX) {
      throw new SafetensorsException(
          "%d bytes are too few for the header's length".formatted(file.length));
    }
    long length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 2 || length > LONGEST || length > file.length - Safetensors.PREFIX) {
      throw new SafetensorsException(
          "a header of %s bytes does not fit a file of %d"
              .formatted(Long.toUnsignedString(length), file.length));
    }
    if (file[Safetensors.PREFIX] != '{') {
      throw new SafetensorsException("the header does not begin with {");
    }
    int start = Safetensors.PREFIX + (int) length;
    List<Entry> entries = new ArrayList<>();
    Map<String, String> metadata = new HashMap<>();
    try (JsonParser json = JSON.createParser(file, Safetensors.PREFIX, (int) length)) {
      expect(json, json.nextToken(), JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (name.equals(METADATA)) {
          readMetadata(json, metadata);
        } else {
          entries.add(readEntry(json, name));
        }
      }
      expect(json, json.currentToken(), JsonToken.END_OBJECT);
      expect(json, json.nextToken(), null);
    } catch (IOException e) {
      throw new SafetensorsException("the header is not valid JSON: " + e.getMessage(), e);
    }
    entries.sort(Comparator.comparingInt(Entry::begin).thenComparingInt(Entry::end));
    requireSeamless(entries, file.length - start);
    return new SafetensorsHeader(start, List.copyOf(entries), Map.copyOf(metadata));
  }

  private static void readMetadata(JsonParser json, Map<String, String> metadata)
      throws IOException {
    expect(json, json.nextToken(), JsonToken.START_OBJECT);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      expect(json, json.nextToken(), JsonToken.VALUE_STRING);
      metadata.put(key, json.getText());
    }
    expect(json, json.currentToken(), JsonToken.END_OBJECT);
  }

  private static Entry readEntry(JsonParser json, String name) throws IOException {
    String type = "none";
    List<Integer> shape = List.of();
    List<Integer> offsets = List.of();
    expect(json, json.nextToken(), JsonToken.START_OBJECT);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      switch (field) {
        case "dtype" -> {
          expect(json, json.nextToken(), JsonToken.VALUE_STRING);
          type = json.getText();
        }
        case "shape" -> shape = readIntegers(json);
        case "data_offsets" -> offsets = readIntegers(json);
        default ->
            throw new SafetensorsException("%s has an unknown field %s".formatted(name, field));
      }
    }
    expect(json, json.currentToken(), JsonToken.END_OBJECT);
    return entry(name, type, shape, offsets);
  }

  private static Entry entry(String name, String type, List<Integer> shape, List<Integer> offsets) {
    if (!type.equals(TYPE)) {
      throw new SafetensorsException(
          "%s has numbers of type %s; only %s is read".formatted(name, type, TYPE));
    }
    if (shape.isEmpty() || shape.size() > 2 || shape.contains(0)) {
      throw new SafetensorsException(
          "%s has the shape %s; only one or two dimensions of at least 1 are read"
              .formatted(name, shape));
    }
    if (offsets.size() != 2) {
      throw new SafetensorsException(
          "%s has the data_offsets %s, not two".formatted(name, offsets));
    }
    int rows = shape.getFirst();
    int columns = shape.size() == 2 ? shape.getLast() : 1;
    long needed = (long) Float.BYTES * rows * columns;
    long given = (long) offsets.getLast() - offsets.getFirst();
    if (needed != given) {
      throw new SafetensorsException(
          "%s needs %d bytes for its shape %s, but its data_offsets %s hold %d"
              .formatted(name, needed, shape, offsets, given));
    }
    return new Entry(name, rows, columns, offsets.getFirst(), offsets.getLast());
  }

  private static List<Integer> readIntegers(JsonParser json) throws IOException {
    List<Integer> values = new ArrayList<>();
    expect(json, json.nextToken(), JsonToken.START_ARRAY);
    while (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
      int value = json.getIntValue();
      if (value < 0) {
        throw new SafetensorsException("the header holds a negative number, " + value);
      }
      values.add(value);
    }
    expect(json, json.currentToken(), JsonToken.END_ARRAY);
    return values;
  }

  private static void requireSeamless(List<Entry> entries, int available) {
    int end = 0;
    for (Entry entry : entries) {
      if (entry.begin() != end) {
        throw new SafetensorsException(
            "%s begins at byte %d of the numbers, where %d was due"
                .formatted(entry.name(), entry.begin(), end));
      }
      end = entry.end();
    }
    if (end != available) {
      throw new SafetensorsException(
          "the tensors take %d bytes, the file holds %d".formatted(end, available));
    }
  }

  private static void expect(JsonParser json, JsonToken found, JsonToken expected) {
    if (found != expected) {
      throw new SafetensorsException(
          "the header has %s at byte %d, where %s was due"
              .formatted(
                  found == null ? "its end" : found,
                  json.currentTokenLocation().getByteOffset(),
                  expected == null ? "its end" : expected));
    }
  }
}
