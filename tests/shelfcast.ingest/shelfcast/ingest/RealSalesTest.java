package shelfcast.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shelfcast.testing.RealSales;

/** Real panels, read with the roles that their description names. */
class RealSalesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "store_item.csv.gz|DAILY|REFUSE|||913000|500",
        "m5_store_dept.csv.gz|DAILY|REFUSE|event,snap||133540|70",
        "m5_items.csv.gz|DAILY|REFUSE|event|price|15752|8",
        "bakery.csv.gz|DAILY|REFUSE|price||57046|148",
        "restaurant.csv.gz|DAILY|REFUSE|is_holiday,is_closed|rain,temperature|5355|7",
        "walmart_weekly.csv.gz|WEEKLY|KEEP|holiday||421570|3331"
      })
  void thePanelReads(
      String name,
      Frequency frequency,
      Returns returns,
      String known,
      String past,
      long rows,
      int series)
      throws IOException {
    Path file = RealSales.file(name);
    ReadOptions options =
        new ReadOptions(
            Csv.roles(List.of(), columns(known), columns(past)),
            frequency,
            Gaps.MISSING,
            returns,
            CsvFormat.defaults());
    try (InputStream in = Files.newInputStream(file)) {
      SalesTable table = SalesReader.read(name, in, options);
      assertEquals(rows, table.rows());
      assertEquals(series, table.series().size());
    }
  }

  private static List<String> columns(String list) {
    return list == null ? List.of() : List.of(list.split(","));
  }
}
