package shelfcast.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfcast.ingest.Frequency;
import shelfcast.ingest.SalesTable;
import shelfcast.ingest.Series;
import shelfcast.store.ObjectStore;

class ContextTest {
  private static final String FILE = "context/0123456789abcdef.bin";

  private static SalesTable table(Series... series) {
    return new SalesTable(
        Frequency.DAILY,
        List.of(series),
        List.of(),
        List.of(),
        List.of(),
        1,
        LocalDate.EPOCH,
        Samples.LAST_DATE,
        List.of());
  }

  private static Context sample() {
    Tail bread =
        new Tail(
            "bread",
            LocalDate.of(2026, 6, 1),
            new float[] {1, Float.NaN, 3},
            2,
            List.of(new float[] {1, 2, 3, 4, 5}),
            List.of(new float[] {-1, -2, -3}, new float[] {0, 0, 0}),
            List.of(Optional.of("Süd"), Optional.empty()),
            new float[] {2.5f});
    Tail rolls =
        new Tail(
            "rolls",
            LocalDate.of(2026, 6, 3),
            new float[] {7},
            0,
            List.of(new float[] {1}),
            List.of(new float[] {2}, new float[] {3}),
            List.of(Optional.empty(), Optional.of("")),
            new float[0]);
    return new Context(
        Frequency.DAILY,
        LocalDate.of(2026, 6, 3),
        List.of("promo"),
        List.of("footfall", "weather"),
        List.of("region", "kind"),
        List.of(bread, rolls));
  }

  private static byte[] written(Context context) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ContextFile.write(context, out);
    return out.toByteArray();
  }

  private static ContextFile.Identified read(byte[] bytes) throws IOException {
    return ContextFile.read(FILE, new ByteArrayInputStream(bytes));
  }

  @Property(tries = 100)
  void whatIsWrittenIsRead(@ForAll("contexts") Context context) throws IOException {
    ContextFile.Identified read = read(written(context));
    assertEquals(context, read.context());
    assertEquals(ContextFile.id(context), read.id());
  }

  @Provide
  Arbitrary<Context> contexts() {
    return Arbitraries.integers()
        .between(0, 2)
        .list()
        .ofSize(3)
        .flatMap(columns ->
            tail(columns.get(0), columns.get(1), columns.get(2))
                .list()
                .uniqueElements(Tail::id)
                .ofMaxSize(4)
                .map(tails ->
                    new Context(
                        Frequency.WEEKLY,
                        Samples.LAST_DATE,
                        names(columns.get(0)),
                        names(columns.get(1)),
                        names(columns.get(2)),
                        tails.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList())));
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "column " + i).toList();
  }

  private static Arbitrary<Tail> tail(int known, int past, int statics) {
    Arbitrary<String> text = Arbitraries.strings().withChars("abcß日/").ofMaxLength(6);
    Arbitrary<Integer> days = Arbitraries.integers().between(-1_000_000, 1_000_000);
    return Combinators.combine(
            Arbitraries.integers().between(1, 9), Arbitraries.integers().between(0, 5))
        .flatAs((steps, future) ->
            Combinators.combine(
                    text,
                    days,
                    floats(steps),
                    floats(steps + future).list().ofSize(known),
                    floats(steps).list().ofSize(past),
                    text.optional().list().ofSize(statics),
                    floats(steps / 2))
                .as((id, day, sales, knownValues, pastValues, categories, backtest) ->
                    new Tail(
                        id,
                        LocalDate.ofEpochDay(day),
                        sales,
                        future,
                        knownValues,
                        pastValues,
                        categories,
                        backtest)));
  }

  private static Arbitrary<float[]> floats(int size) {
    return Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.floats()), Tuple.of(1, Arbitraries.just(Float.NaN)))
        .array(float[].class)
        .ofSize(size);
  }

  @Test
  void everyDamagedByteIsNoticedOrDoesNoHarm() throws IOException {
    byte[] original = written(sample());
    String id = read(original).id();
    for (int at = 0; at < original.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] damaged = original.clone();
        damaged[at] ^= (byte) (1 << bit);
        try {
          ContextFile.Identified read = read(damaged);
          assertEquals(sample(), read.context());
          assertEquals(id, read.id());
        } catch (BundleException e) {
          assertTrue(e.getMessage().startsWith(FILE), e.getMessage());
        }
      }
    }
  }

  @Test
  void everyDamagedByteOfTheContentIsRefusedOrReadWithinBounds() throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    ContextWriter.write(sample(), new DataOutputStream(content));
    byte[] original = content.toByteArray();
    int understood = 0;
    int refused = 0;
    for (int at = 0; at < original.length; at++) {
      for (int value : List.of(0, 1, 127, 255)) {
        byte[] damaged = original.clone();
        damaged[at] = (byte) value;
        try {
          Context read = ContextReader.read(new DataInputStream(new ByteArrayInputStream(damaged)));
          assertEquals(read, read(written(read)).context(), "byte " + at);
          understood++;
        } catch (IllegalArgumentException | EOFException e) {
          refused++;
        }
      }
    }
    assertTrue(understood > 0 && refused > 0, understood + " understood, " + refused + " refused");
  }

  @Test
  void aCutFileIsRefusedWhereverItIsCut() throws IOException {
    byte[] original = written(sample());
    for (int length = 0; length < original.length; length++) {
      byte[] cut = Arrays.copyOf(original, length);
      BundleException refused = assertThrows(BundleException.class, () -> read(cut));
      assertEquals(BundleException.Kind.CORRUPT, refused.kind());
    }
  }

  @Test
  void aNewerFormatIsRefused() throws IOException {
    byte[] newer = written(sample());
    newer[7] = 2;
    BundleException refused = assertThrows(BundleException.class, () -> read(newer));
    assertEquals(BundleException.Kind.TOO_NEW, refused.kind());
    assertEquals(
        FILE + " has format 2; this program understands formats up to 1: upgrade shelfcast",
        refused.getMessage());
  }

  @Test
  void tailsEndWithTheLastSale() {
    float[] sales = new float[1000];
    IntStream.range(0, 1000).forEach(step -> sales[step] = step);
    LocalDate start = Samples.LAST_DATE.minusDays(999);
    Context context =
        Context.of(
            table(
                Series.of("short", Frequency.DAILY, Samples.LAST_DATE, 5),
                Series.of("long", Frequency.DAILY, start, sales)),
            Map.of("long", new float[] {1, 2}));
    Tail tail = context.find("long").orElseThrow();
    assertEquals(400, tail.length());
    assertEquals(start.plusDays(600), tail.start());
    assertEquals(600, tail.sales(0));
    assertEquals(999, tail.sales(399));
    assertEquals(1, tail.backtest(398));
    assertEquals(2, tail.backtest(399));
    assertThrows(IndexOutOfBoundsException.class, () -> tail.backtest(397));
    assertEquals(1, context.find("short").orElseThrow().length());
    assertTrue(context.find("cake").isEmpty());
    assertEquals(List.of("long", "short"), context.series().stream().map(Tail::id).toList());
  }

  @Test
  void covariatesAreReadByColumn() throws IOException {
    Tail bread = read(written(sample())).context().find("bread").orElseThrow();
    assertEquals(5, bread.known(0, 4));
    assertEquals(-3, bread.past(0, 2));
    assertEquals(Optional.of("Süd"), bread.staticValue(0));
    assertEquals(2, bread.futureSteps());
    assertEquals(1, bread.backtestSteps());
  }

  @Test
  void thousandsOfSeriesAreAFewMegabytes(@TempDir Path folder) {
    float[] sales = new float[500];
    Random random = new Random(1);
    Series[] series =
        IntStream.range(0, 5000)
            .mapToObj(i -> {
              IntStream.range(0, sales.length).forEach(step -> sales[step] = random.nextInt(500));
              LocalDate start = Samples.LAST_DATE.minusDays(sales.length - 1);
              return Series.of("store " + i, Frequency.DAILY, start, sales);
            })
            .toArray(Series[]::new);
    Context context = Context.of(table(series));
    Registry registry = Samples.registry(folder);
    String id = registry.publishContext(context);
    assertEquals(context, registry.context(id));
    long size = Samples.store(folder).list("context/").getFirst().size();
    assertTrue(size < 5_000_000, size + " bytes");
  }

  @Test
  void seriesOutOfOrderAreRefused() {
    Context sample = sample();
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Context(
                sample.frequency(),
                sample.lastDate(),
                sample.knownColumns(),
                sample.pastColumns(),
                sample.staticColumns(),
                sample.series().reversed()));
  }

  @Test
  void isNamedByItsContent(@TempDir Path folder) {
    ObjectStore store = Samples.store(folder);
    Registry registry = Samples.registry(folder);
    String id = registry.publishContext(sample());
    assertEquals(id, registry.publishContext(sample()));
    assertEquals(1, store.list("context/").size());
    assertEquals(sample(), registry.context(id));
    String other =
        registry.publishContext(
            Context.of(table(Series.of("a", Frequency.DAILY, Samples.LAST_DATE, 5)), Map.of()));
    store.put(
        "context/" + id + ".bin", store.get("context/" + other + ".bin").orElseThrow().bytes());
    BundleException refused = assertThrows(BundleException.class, () -> registry.context(id));
    assertTrue(refused.getMessage().contains("makes the id " + other), refused.getMessage());
  }

  @Test
  void aMissingOneIsNamed(@TempDir Path folder) {
    BundleException refused =
        assertThrows(
            BundleException.class, () -> Samples.registry(folder).context("0123456789abcdef"));
    assertEquals(BundleException.Kind.MISSING, refused.kind());
    assertTrue(refused.getMessage().contains(FILE), refused.getMessage());
  }
}
