package shelfcast.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the bytes are, they are a table or bad data, and nothing else happens. */
class AnyBytesTest {
  private static final ReadOptions PANEL =
      new ReadOptions(
          new ColumnRoles(
              "date",
              "sales",
              List.of("store", "item"),
              List.of("promo"),
              List.of("rain"),
              List.of("kind")),
          Frequency.DAILY,
          Gaps.MISSING,
          Returns.KEEP,
          CsvFormat.defaults());
  private static final byte[] GOOD = good().getBytes(StandardCharsets.UTF_8);
  private static final byte[] SPLICES =
      "\"\"\",,,\n\n\r\r--.0019eE;/\t é€".getBytes(StandardCharsets.UTF_8);

  @Example
  void theGoodFileIsATable() throws IOException {
    assertEquals(40, SalesReader.read("f", new ByteArrayInputStream(GOOD), PANEL).rows());
  }

  @Property
  void randomBytes(@ForAll byte[] bytes) throws IOException {
    assertTableOrBadData(bytes);
  }

  @Property(tries = 2000)
  void aGoodFileWithChanges(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int changes)
      throws IOException {
    assertTableOrBadData(mutated(GOOD, new Random(seed), changes));
  }

  @Property(tries = 300)
  void aGoodGzipFileWithChanges(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int changes)
      throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(file)) {
      gzip.write(GOOD);
    }
    assertTableOrBadData(mutated(file.toByteArray(), new Random(seed), changes));
  }

  private static void assertTableOrBadData(byte[] bytes) throws IOException {
    try {
      SalesTable table = SalesReader.read("f", new ByteArrayInputStream(bytes), PANEL);
      assertFalse(table.series().isEmpty());
      for (Series series : table.series()) {
        assertFalse(Float.isNaN(series.sales(0)) || Float.isNaN(series.sales(series.length() - 1)));
        for (float units : series.sales(0, series.length())) {
          assertFalse(Float.isInfinite(units));
        }
      }
    } catch (BadDataException e) {
      assertTrue(e.total() >= e.problems().size() && !e.problems().isEmpty());
      assertTrue(e.getMessage().startsWith("f"), e.getMessage());
    }
  }

  /** Overwrites, cuts out or doubles a few bytes. */
  private static byte[] mutated(byte[] good, Random random, int changes) {
    byte[] bytes = good;
    for (int i = 0; i < changes && bytes.length > 0; i++) {
      int at = random.nextInt(bytes.length);
      int length = Math.min(bytes.length - at, random.nextInt(40));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(bytes, 0, at);
      switch (random.nextInt(4)) {
        case 0 -> out.write(random.nextInt(256));
        case 1 -> out.write(SPLICES, random.nextInt(SPLICES.length), 1);
        case 2 -> out.write(bytes, at, length);
        default -> at += length;
      }
      int rest = Math.min(bytes.length, at + random.nextInt(2));
      out.write(bytes, rest, bytes.length - rest);
      bytes = out.toByteArray();
    }
    return bytes;
  }

  private static String good() {
    StringBuilder csv = new StringBuilder("date,store,item,sales,promo,rain,kind\n");
    for (int day = 0; day < 40; day++) {
      csv.append(Csv.START.plusDays(day)).append(",S1,\"milk, 1 l\",");
      csv.append(day < 38 ? day * 1.25 : "").append(",TRUE,,fresh\n");
    }
    return csv.toString();
  }
}
