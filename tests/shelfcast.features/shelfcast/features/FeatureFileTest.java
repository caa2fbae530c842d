package shelfcast.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import shelfcast.ingest.Frequency;
import shelfcast.ingest.Series;

class FeatureFileTest {
  private static final LocalDate START = LocalDate.of(2024, 2, 22);

  @Test
  void writesARowForEachObservationWithAHistory() throws IOException {
    assertEquals(
        """
        date,series_id,lag_1,rolling_mean_7,sales
        2024-02-29,a,7,4,8.5
        2024-03-01,a,8.5,5.071429,0
        2024-02-29,"1, \""x\""\",1.0E10,1.0E10,1.0E10
        """,
        text(file()));
  }

  @Test
  void theSameFeaturesGiveTheSameBytes() throws IOException {
    byte[] first = file();
    assertArrayEquals(first, file());
    byte[] time = {first[4], first[5], first[6], first[7]};
    assertArrayEquals(new byte[4], time);
  }

  @Test
  void aFileOfNoRowsHasAHeader() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new FeatureFile(bytes).close();
    assertEquals("date,series_id,lag_1,rolling_mean_7,sales\n", text(bytes.toByteArray()));
  }

  @Test
  void closingLeavesTheStreamToItsOwner() throws IOException {
    boolean[] closed = new boolean[1];
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    new FeatureFile(bytes).close();
    assertEquals(false, closed[0]);
  }

  private static byte[] file() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (FeatureFile file = new FeatureFile(bytes)) {
      file.write(features("a", 1, 2, 3, 4, 5, 6, 7, 8.5f, 0));
      file.write(features("short", 1, 2, 3));
      file.write(features("1, \"x\"", 1e10f, 1e10f, 1e10f, 1e10f, 1e10f, 1e10f, 1e10f, 1e10f));
    }
    return bytes.toByteArray();
  }

  private static NextDayFeatures features(String id, float... sales) {
    return NextDayFeatures.of(Series.of(id, Frequency.DAILY, START, sales));
  }

  private static String text(byte[] file) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
