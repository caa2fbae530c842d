package shelfcast.features;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/**
 * Writes features as they are trained on: gzipped CSV with the columns {@code
 * date,series_id,lag_1,rolling_mean_7,sales}, a row for each of {@link NextDayFeatures}. The same
 * features give the same bytes: the gzip header carries no time.
 *
 * <p>Closing finishes the file and leaves the stream below open, for whoever opened it to close.
 */
public final class FeatureFile implements AutoCloseable {
  private static final String HEADER = "date,series_id,lag_1,rolling_mean_7,sales\n";

  private final GZIPOutputStream gzip;
  private final Writer out;

  /**
   * Begins a file.
   *
   * @param target where the bytes go
   * @throws IOException if it cannot be written
   */
  public FeatureFile(OutputStream target) throws IOException {
    this.gzip = new GZIPOutputStream(target, 1 << 14);
    this.out = new BufferedWriter(new OutputStreamWriter(gzip, StandardCharsets.UTF_8), 1 << 14);
    out.write(HEADER);
  }

  /**
   * Appends all rows of one series. Numbers are written in the shortest form that reads back as the
   * same float, whole ones without a fraction.
   *
   * @throws IOException if it cannot be written
   */
  public void write(NextDayFeatures features) throws IOException {
    String id = quoted(features.series().id());
    for (int row = 0; row < features.rows(); row++) {
      out.write(features.date(row).toString());
      out.write(',');
      out.write(id);
      out.write(',');
      out.write(text(features.lag1(row)));
      out.write(',');
      out.write(text(features.rollingMean7(row)));
      out.write(',');
      out.write(text(features.target(row)));
      out.write('\n');
    }
  }

  /**
   * Finishes the file.
   *
   * @throws IOException if it cannot be written
   */
  @Override
  public void close() throws IOException {
    out.flush();
    gzip.finish();
  }

  /** A text as a CSV cell: in quotes if it has a comma, a quote or a line break (RFC 4180). */
  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String text(float value) {
    String text = Float.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
