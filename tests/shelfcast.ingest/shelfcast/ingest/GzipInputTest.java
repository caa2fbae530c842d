package shelfcast.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipInputTest {
  private static final byte[] ONE = gzip("first member\n".repeat(3).getBytes());
  private static final byte[] TWO = gzip("second\n".getBytes());

  @Property(tries = 200)
  void membersAreReadOneAfterTheOther(@ForAll @Size(min = 1, max = 4) List<byte[]> texts)
      throws IOException {
    byte[] file = concat(texts.stream().map(GzipInputTest::gzip).toArray(byte[][]::new));
    assertArrayEquals(concat(texts.toArray(byte[][]::new)), inflate(file));
  }

  @Test
  void aFileCutAnywhereButBetweenMembersIsCutOff() throws IOException {
    byte[] file = concat(ONE, TWO);
    for (int length = 1; length < file.length; length++) {
      byte[] part = Arrays.copyOf(file, length);
      if (length == ONE.length) {
        assertArrayEquals("first member\n".repeat(3).getBytes(), inflate(part));
      } else {
        String message = assertThrows(DamagedGzipException.class, () -> inflate(part)).getMessage();
        assertEquals("the gzip data are cut off", message, "cut to " + length);
      }
    }
  }

  @Test
  void anyChangedByteThatMattersIsNoticed() {
    // Bytes 3 to 9 are flags, time, level and operating system, which say nothing about the text.
    for (int at = 10; at < ONE.length; at++) {
      byte[] damaged = ONE.clone();
      damaged[at] ^= 0x55;
      assertThrows(DamagedGzipException.class, () -> inflate(damaged), "byte " + at);
    }
  }

  @Test
  void whatFollowsMustBeAnotherMemberOrZeros() throws IOException {
    assertEquals(39, inflate(concat(ONE, new byte[100])).length);
    assertThrows(DamagedGzipException.class, () -> inflate(concat(ONE, "x".getBytes())));
    assertThrows(DamagedGzipException.class, () -> inflate(concat(ONE, new byte[] {0, 'x'})));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "04" + "0200aabb", // extra field of two bytes
        "08" + "612e63737600", // file name
        "10" + "6100", // comment
        "02" + "0000", // checksum of the header
        "1e" + "0100cc" + "6100" + "6200" + "0000"
      })
  void optionalHeaderFieldsAreSkipped(String flagsAndFields) throws IOException {
    byte[] fields = HexFormat.of().parseHex(flagsAndFields);
    byte[] file =
        concat(
            new byte[] {0x1f, (byte) 0x8b, 8, fields[0], 0, 0, 0, 0, 0, 0},
            Arrays.copyOfRange(fields, 1, fields.length),
            Arrays.copyOfRange(TWO, 10, TWO.length));
    assertArrayEquals("second\n".getBytes(), inflate(file));
  }

  private static byte[] inflate(byte[] file) throws IOException {
    try (GzipInput in = new GzipInput(new ByteArrayInputStream(file))) {
      return in.readAllBytes();
    }
  }

  private static byte[] gzip(byte[] text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
