package shelfcast.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Made-up rows in the shape of the files that docs/data-sets.md lists, with the roles it gives. */
class PublicDataSetsTest {
  @Test
  void storeItemDemand() {
    String csv = "date,store,item,sales\n" + Csv.rows(30, "1,1,") + Csv.rows(30, "1,2,");
    SalesTable table =
        Csv.read(csv, Csv.with(Csv.roles(List.of("store", "item"), List.of(), List.of())));
    assertEquals(List.of("1/1", "1/2"), table.series().stream().map(Series::id).toList());
  }

  @Test
  void rossmann() {
    ColumnRoles roles =
        new ColumnRoles(
            "Date",
            "Sales",
            List.of("Store"),
            List.of("Open", "Promo", "SchoolHoliday"),
            List.of("Customers"),
            List.of());
    // The latest date comes first.
    String rows =
        IntStream.range(0, 60)
            .mapToObj(
                i -> i % 2 + 1 + ",5," + Csv.START.minusDays(i / 2) + ",52,55,1,0,\"a\",\"1\"")
            .collect(Collectors.joining("\n"));
    String header =
        "\"Store\",\"DayOfWeek\",\"Date\",\"Sales\",\"Customers\",\"Open\",\"Promo\","
            + "\"StateHoliday\",\"SchoolHoliday\"\n";
    SalesTable table = Csv.read(header + rows, Csv.with(roles));
    assertEquals(2, table.series().size());
    assertEquals(Csv.START.minusDays(29), table.firstDate());
    assertEquals(1, table.series().getFirst().covariate("SchoolHoliday", 3));
    assertTrue(table.notices().getFirst().contains("DayOfWeek, StateHoliday"));
  }

  @Test
  void favoritaByFamily() {
    String rows =
        IntStream.range(0, 30)
            .mapToObj(i -> i + "," + Csv.START.plusDays(i) + ",9,\"BREAD/BAKERY\",1.5,0")
            .collect(Collectors.joining("\n"));
    SalesTable table =
        Csv.read(
            "id,date,store_nbr,family,sales,onpromotion\n" + rows,
            Csv.with(Csv.roles(List.of("store_nbr", "family"), List.of("onpromotion"), List.of())));
    assertEquals("9/BREAD/BAKERY", table.series().getFirst().id());
  }

  @Test
  void walmart() {
    ColumnRoles roles =
        new ColumnRoles(
            "Date",
            "Weekly_Sales",
            List.of("Store", "Dept"),
            List.of("IsHoliday"),
            List.of(),
            List.of());
    String rows =
        IntStream.range(0, 30)
            .mapToObj(i ->
                "1,99," + Csv.START.plusWeeks(i) + "," + (i - 2) + (i == 5 ? ",TRUE" : ",FALSE"))
            .collect(Collectors.joining("\n"));
    SalesTable table =
        Csv.read(
            "Store,Dept,Date,Weekly_Sales,IsHoliday\n" + rows,
            new ReadOptions(
                roles, Frequency.WEEKLY, Gaps.MISSING, Returns.CLIP, CsvFormat.defaults()));
    Series series = table.series().getFirst();
    assertEquals(30, series.length());
    assertEquals(0, series.sales(0));
    assertEquals(1, series.covariate("IsHoliday", 5));
  }
}
