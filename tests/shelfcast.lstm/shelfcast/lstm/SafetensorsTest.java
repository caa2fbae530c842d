package shelfcast.lstm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ojalgo.matrix.store.R032Store;

/**
 * The format itself, and the refusal of anything else; PytorchTest compares with Python's bytes.
 */
class SafetensorsTest {

  private static final String W = "\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}";

  private static SequencedMap<String, R032Store> tensors() {
    SequencedMap<String, R032Store> tensors = new LinkedHashMap<>();
    tensors.put("w", R032Store.wrap(new float[] {1, 4, 2, 5, 3, 6}, 2));
    tensors.put("a.bias", R032Store.wrap(new float[] {7, 8}, 2));
    return tensors;
  }

  private static byte[] file(String header, int numbers) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + text.length + 4 * numbers)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(text.length)
        .put(text)
        .array();
  }

  @Test
  void theBytesAreThoseOfTheFormat() {
    byte[] file = Safetensors.write(tensors(), Map.of("b", "2", "a", "é"));
    String header =
        "{\"__metadata__\":{\"a\":\"é\",\"b\":\"2\"},"
            + "\"a.bias\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"w\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[8,32]}}";
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int length = (int) bytes.getLong();
    assertEquals(0, length % 8);
    assertEquals(header, new String(file, 8, length, StandardCharsets.UTF_8).stripTrailing());
    bytes.position(8 + length);
    for (float expected : new float[] {7, 8, 1, 2, 3, 4, 5, 6}) {
      assertEquals(expected, bytes.getFloat());
    }
    assertEquals(0, bytes.remaining());
  }

  @Test
  void whatIsWrittenIsRead() {
    Safetensors.Read read = Safetensors.read(Safetensors.write(tensors(), Map.of("k", "v")));
    assertEquals(List.of("a.bias", "w"), List.copyOf(read.tensors().keySet()));
    assertArrayEquals(tensors().get("w").data, read.tensors().get("w").data);
    assertEquals(2, read.tensors().get("w").getRowDim());
    assertArrayEquals(tensors().get("a.bias").data, read.tensors().get("a.bias").data);
    assertEquals(Map.of("k", "v"), read.metadata());
  }

  @Test
  void aVectorsNameOnAMatrixIsRefused() {
    SequencedMap<String, R032Store> tensors = new LinkedHashMap<>();
    tensors.put("bias_ih_l0", R032Store.wrap(new float[4], 2));
    assertEquals(
        "safetensors: bias_ih_l0 is named as a vector, but has 2 columns",
        assertThrows(IllegalArgumentException.class, () -> Safetensors.write(tensors, Map.of()))
            .getMessage());
  }

  @Test
  void paddingAndAnyOrderInTheHeaderAreRead() {
    String later = "\"a\":{\"data_offsets\":[8,12],\"shape\":[1,1],\"dtype\":\"F32\"}";
    Safetensors.Read read = Safetensors.read(file("{" + later + "," + W + "}   ", 3));
    assertEquals(List.of("w", "a"), List.copyOf(read.tensors().keySet()));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{W} | the tensors take 8 bytes, the file holds 12",
        "{W,\"w\":{}} | the header is not valid JSON: Duplicate field 'w'",
        "{\"w\":{\"dtype\":\"F16\",\"shape\":[6],\"data_offsets\":[0,12]}} "
            + "| w has numbers of type F16; only F32 is read",
        "{\"w\":{\"shape\":[3],\"data_offsets\":[0,12]}} "
            + "| w has numbers of type none; only F32 is read",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[1,1,3],\"data_offsets\":[0,12]}} "
            + "| w has the shape [1, 1, 3]; only one or two dimensions of at least 1 are read",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]}} "
            + "| w has the shape []; only one or two dimensions of at least 1 are read",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,12]}} "
            + "| w needs 16 bytes for its shape [4], but its data_offsets [0, 12] hold 12",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[12,0]}} "
            + "| w needs 12 bytes for its shape [3], but its data_offsets [12, 0] hold -12",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0]}} "
            + "| w has the data_offsets [0], not two",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[-3],\"data_offsets\":[0,12]}} "
            + "| the header holds a negative number, -3",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12],\"x\":1}} "
            + "| w has an unknown field x",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}} "
            + "| w begins at byte 4 of the numbers, where 0 was due",
        "{W,\"v\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}} "
            + "| v begins at byte 4 of the numbers, where 8 was due",
        "{W,\"w2\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]}} {} "
            + "| the header has START_OBJECT at byte",
        "{\"__metadata__\":{\"k\":1},W} | the header has VALUE_NUMBER_INT at byte",
        "{W | the header is not valid JSON: Unexpected end-of-input",
        "[1] | the header does not begin with {"
      })
  void aWrongHeaderIsRefused(String header, String message) {
    byte[] file = file(header.replace("W", W), 3);
    String actual =
        assertThrows(SafetensorsException.class, () -> Safetensors.read(file)).getMessage();
    assertTrue(actual.startsWith("safetensors: " + message), actual);
  }

  @Test
  void aFileCutAnywhereIsRefused() {
    byte[] whole = Safetensors.write(tensors(), Map.of());
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(SafetensorsException.class, () -> Safetensors.read(cut), "cut to " + length);
    }
  }

  @Test
  void aHeaderLongerThanTheFileIsRefused() {
    byte[] file = Safetensors.write(tensors(), Map.of());
    file[7] = (byte) 0xFF;
    assertTrue(
        assertThrows(SafetensorsException.class, () -> Safetensors.read(file))
            .getMessage()
            .matches("safetensors: a header of \\d+ bytes does not fit a file of \\d+"));
  }
}
