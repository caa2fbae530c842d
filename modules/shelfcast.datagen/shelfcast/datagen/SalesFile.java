package shelfcast.datagen;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Writes a plan's sales as CSV: one series after the other, each in the order of its dates, lines
 * ended by LF. One row is in memory at a time, besides the days' dates, which all series share.
 */
final class SalesFile {
  private static final int BUFFER = 1 << 16;

  /** No row is longer: a date, four names, three numbers. */
  private static final int LONGEST_ROW = 256;

  private final Plan plan;
  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private int used;

  private SalesFile(Plan plan, OutputStream out) {
    this.plan = plan;
    this.out = out;
  }

  /**
   * Writes all rows of {@code plan}, and the header above them, to {@code out}, which stays open.
   */
  static void write(Plan plan, OutputStream out) throws IOException {
    new SalesFile(plan, out).write();
  }

  private void write() throws IOException {
    text(bytes(header()));
    byte[][] dates = new byte[plan.days()][];
    LocalDate start = plan.start();
    for (int day = 0; day < dates.length; day++) {
      dates[day] = bytes(start.plusDays(day) + ",");
    }
    for (long index = 0; index < plan.layout().series(); index++) {
      byte[] names = bytes(names(index));
      SeriesSales series = new SeriesSales(plan, index);
      for (byte[] date : dates) {
        series.nextDay();
        text(date);
        text(names);
        row(series);
        if (used > BUFFER - LONGEST_ROW) {
          flush();
        }
      }
    }
    flush();
  }

  private String header() {
    return switch (plan.layout()) {
      case Plan.Single single -> "date,sales\n";
      case Plan.Panel panel -> "date,series_id,sales,promo,price\n";
      case Plan.Shops shops -> "date,series_id,store,item,sales,promo,price\n";
    };
  }

  private String names(long index) {
    return switch (plan.layout()) {
      case Plan.Single single -> "";
      case Plan.Panel panel -> String.format(Locale.ROOT, "series_%05d,", index + 1);
      case Plan.Shops shops -> {
        String store = String.format(Locale.ROOT, "store_%03d", index / shops.items() + 1);
        String item = String.format(Locale.ROOT, "item_%04d", index % shops.items() + 1);
        yield store + "/" + item + "," + store + "," + item + ",";
      }
    };
  }

  private void row(SeriesSales series) {
    number(series.sales());
    if (!(plan.layout() instanceof Plan.Single)) {
      buffer[used++] = ',';
      buffer[used++] = (byte) (series.promotion() ? '1' : '0');
      buffer[used++] = ',';
      int cents = series.priceInCents();
      number(cents / 100);
      buffer[used++] = '.';
      buffer[used++] = (byte) ('0' + cents / 10 % 10);
      buffer[used++] = (byte) ('0' + cents % 10);
    }
    buffer[used++] = '\n';
  }

  /** Appends a number that is not negative. */
  private void number(int value) {
    int digits = 1;
    for (int rest = value; rest >= 10; rest /= 10) {
      digits++;
    }
    used += digits;
    for (int at = used - 1, rest = value; at >= used - digits; at--, rest /= 10) {
      buffer[at] = (byte) ('0' + rest % 10);
    }
  }

  private void text(byte[] text) {
    System.arraycopy(text, 0, buffer, used, text.length);
    used += text.length;
  }

  private void flush() throws IOException {
    out.write(buffer, 0, used);
    used = 0;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
