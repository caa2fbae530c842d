package shelfcast.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shelfcast.testing.Command;
import shelfcast.testing.RealSales;
import shelfcast.testing.Result;
import shelfcast.testing.Sales;
import shelfcast.testing.Server;

/**
 * How good {@code /predict} is, asked once a day over 28 days that training has not seen, beside
 * what a retailer would use instead. Series of a panel sell in different quantities, so it is the
 * ratio of the two errors on the same series, or seed, of which the median is held to the bound.
 */
@Execution(ExecutionMode.CONCURRENT)
class NextDayAccuracyTest {
  private static final int TAIL = 28;

  /** The most that the model's error may be of that of least squares on the same features. */
  private static final double OF_LEAST_SQUARES = 1.02;

  @TempDir private Path temporary;

  /** One date of one series, with the features that its past makes. */
  private record Row(LocalDate date, double lag1, double mean7, double sales) {}

  /** The mean absolute errors of one series over the tail. */
  private record Errors(
      double model, double naive, double mean7, double trainingMean, double leastSquares) {}

  @Test
  void beatsSimplerMethodsOnSampleData(TestReporter reporter) {
    List<Errors> errors = IntStream.rangeClosed(1, 10).parallel().mapToObj(this::onSeed).toList();
    judge("datagen, 10 seeds", errors, reporter);
  }

  @ParameterizedTest
  @ValueSource(strings = {"restaurant.csv.gz", "bakery.csv.gz"})
  void beatsSimplerMethodsOnRealSales(String name, TestReporter reporter) {
    judge(name, onPanel(unzipped(RealSales.file(name)), temporary.resolve("panel")), reporter);
  }

  private Errors onSeed(int seed) {
    Result data =
        Command.of("shelfcast-datagen", "--seed", Integer.toString(seed), "--out", "-").run();
    assertEquals(0, data.exit(), data.err());
    List<Errors> errors = onPanel(data.out(), temporary.resolve("seed" + seed));
    return errors.getFirst();
  }

  /** Trains on all but the last days of the calendar, and asks for those. */
  private static List<Errors> onPanel(String csv, Path folder) {
    List<String> header = List.of(csv.lines().findFirst().orElseThrow().split(","));
    List<String> lines = csv.lines().skip(1).toList();
    int dateColumn = header.indexOf("date");
    LocalDate last =
        lines.stream()
            .map(line -> LocalDate.parse(line.split(",", -1)[dateColumn]))
            .max(LocalDate::compareTo)
            .orElseThrow();
    LocalDate cut = last.minusDays(TAIL);
    String before =
        lines.stream()
            .filter(line -> !LocalDate.parse(line.split(",", -1)[dateColumn]).isAfter(cut))
            .collect(Collectors.joining("\n", String.join(",", header) + "\n", "\n"));
    Depot depot = Depot.folder(folder.resolve("store"));
    Path sales = Sales.write(folder.resolve("sales.csv"), before);
    depot.runs("shelfcast-train", "--models", "next-day", "--data", sales.toString());
    List<Errors> errors = new ArrayList<>();
    try (Server server = depot.serveReady()) {
      rows(header, lines)
          .forEach((series, rows) -> {
            List<Row> known = rows.stream().filter(row -> !row.date().isAfter(cut)).toList();
            List<Row> tail = rows.stream().filter(row -> row.date().isAfter(cut)).toList();
            if (known.size() >= 20 && tail.size() >= 5) {
              Optional<String> id =
                  header.contains("series_id") ? Optional.of(series) : Optional.empty();
              errors.add(errors(server, id, known, tail));
            }
          });
    }
    return errors;
  }

  /** The rows of every series, by date, from its eighth sale on. */
  private static Map<String, List<Row>> rows(List<String> header, List<String> lines) {
    Map<String, TreeMap<LocalDate, Double>> sales = new TreeMap<>();
    for (String line : lines) {
      String[] cells = line.split(",", -1);
      String units = cells[header.indexOf("sales")];
      if (!units.isEmpty()) {
        int series = header.indexOf("series_id");
        sales
            .computeIfAbsent(series < 0 ? "all" : cells[series], _ -> new TreeMap<>())
            .put(LocalDate.parse(cells[header.indexOf("date")]), Double.parseDouble(units));
      }
    }
    Map<String, List<Row>> rows = new TreeMap<>();
    sales.forEach((series, units) -> rows.put(series, rows(units)));
    return rows;
  }

  private static List<Row> rows(TreeMap<LocalDate, Double> units) {
    List<LocalDate> dates = List.copyOf(units.keySet());
    double[] sales = units.values().stream().mapToDouble(each -> each).toArray();
    return IntStream.range(7, sales.length)
        .mapToObj(day -> {
          double mean = IntStream.range(day - 7, day).mapToDouble(i -> sales[i]).sum() / 7;
          return new Row(dates.get(day), sales[day - 1], mean, sales[day]);
        })
        .toList();
  }

  private static Errors errors(
      Server server, Optional<String> series, List<Row> known, List<Row> tail) {
    double trainingMean = known.stream().mapToDouble(Row::sales).average().orElseThrow();
    double[] line = leastSquares(known);
    return new Errors(
        mae(tail, row -> predict(server, series, row)),
        mae(tail, Row::lag1),
        mae(tail, Row::mean7),
        mae(tail, _ -> trainingMean),
        mae(tail, row -> line[0] + line[1] * row.lag1() + line[2] * row.mean7()));
  }

  private static double mae(List<Row> rows, ToDoubleFunction<Row> forecast) {
    return rows.stream()
        .mapToDouble(row -> Math.abs(row.sales() - forecast.applyAsDouble(row)))
        .average()
        .orElseThrow();
  }

  private static double predict(Server server, Optional<String> series, Row row) {
    String id = series.map(name -> ",\"series_id\":\"" + name + "\"").orElse("");
    var answer =
        server.post(
            "/predict",
            "{\"lag_1\":%s,\"rolling_mean_7\":%s%s}".formatted(row.lag1(), row.mean7(), id));
    assertEquals(200, answer.statusCode(), answer.body());
    return Depot.parse(answer.body()).path("prediction").doubleValue();
  }

  /** Ordinary least squares with an intercept, by the normal equations of centred features. */
  private static double[] leastSquares(List<Row> rows) {
    double x = rows.stream().mapToDouble(Row::lag1).average().orElseThrow();
    double y = rows.stream().mapToDouble(Row::mean7).average().orElseThrow();
    double z = rows.stream().mapToDouble(Row::sales).average().orElseThrow();
    double xx = rows.stream().mapToDouble(row -> square(row.lag1() - x)).sum();
    double yy = rows.stream().mapToDouble(row -> square(row.mean7() - y)).sum();
    double xy = rows.stream().mapToDouble(row -> (row.lag1() - x) * (row.mean7() - y)).sum();
    double xz = rows.stream().mapToDouble(row -> (row.lag1() - x) * (row.sales() - z)).sum();
    double yz = rows.stream().mapToDouble(row -> (row.mean7() - y) * (row.sales() - z)).sum();
    double determinant = xx * yy - xy * xy;
    if (determinant <= 1e-12 * xx * yy || xx * yy == 0) { // sales that hardly vary
      return new double[] {z, 0, 0};
    }
    double lag1 = (xz * yy - yz * xy) / determinant;
    double mean7 = (yz * xx - xz * xy) / determinant;
    return new double[] {z - lag1 * x - mean7 * y, lag1, mean7};
  }

  private static double square(double number) {
    return number * number;
  }

  private static void judge(String name, List<Errors> errors, TestReporter reporter) {
    Map<String, ToDoubleFunction<Errors>> others = new TreeMap<>();
    others.put("naive", Errors::naive);
    others.put("rolling_mean_7", Errors::mean7);
    others.put("training_mean", Errors::trainingMean);
    others.put("least_squares", Errors::leastSquares);
    double model = median(errors, Errors::model);
    StringBuilder figures = new StringBuilder("%s (%d): median MAE".formatted(name, errors.size()));
    figures.append(number(" model ", model));
    others.forEach((other, error) -> {
      double median = median(errors, error);
      double ratio = median(errors, each -> ratio(each.model(), error.applyAsDouble(each)));
      figures.append(number(", " + other + " ", median)).append(number(" (ratio ", ratio));
      figures.append(')');
    });
    reporter.publishEntry("accuracy", figures.toString());
    others.forEach((other, error) -> {
      double bound = other.equals("least_squares") ? OF_LEAST_SQUARES : Math.nextDown(1.0);
      double ratio = median(errors, each -> ratio(each.model(), error.applyAsDouble(each)));
      assertTrue(ratio <= bound, () -> other + ": " + figures);
    });
  }

  /** Two methods that are both without error are equally good. */
  private static double ratio(double model, double other) {
    return model == other ? 1 : model / other;
  }

  private static double median(List<Errors> errors, ToDoubleFunction<Errors> value) {
    double[] sorted = errors.stream().mapToDouble(value).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static String number(String label, double value) {
    return label + String.format(Locale.ROOT, "%.4f", value);
  }

  private static String unzipped(Path gzip) {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(gzip)), StandardCharsets.UTF_8))) {
      return in.lines().collect(Collectors.joining("\n", "", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
