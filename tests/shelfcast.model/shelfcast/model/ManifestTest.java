package shelfcast.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shelfcast.features.MinMaxScaler;
import shelfcast.lstm.Architecture;

class ManifestTest {
  private static final String FILE = "models/V/manifest.json";

  private static Manifest sample() {
    return manifest(Samples.lineage(Samples.LAST_DATE), Samples.scalers(), new TreeMap<>());
  }

  private static Manifest manifest(
      Lineage data, Scalers scalers, SortedMap<String, String> config) {
    return new Manifest(
        "20260701T120000Z-0123abcd",
        Samples.NOON,
        "v1",
        data,
        config,
        new NextDaySpec(
            new Architecture(2, 32, 1, 1),
            14,
            true,
            scalers,
            new Training(3, 0, -7, 1e-30),
            Samples.metrics(10),
            new Gate(false, true, Optional.of("20260601T120000Z-0123abcd"), "it lost, but forced"),
            List.of(new Golden(300, 299.5, Optional.of("bread"), 301.25))),
        new TreeMap<>(Map.of("model.safetensors", FileEntry.of(new byte[3]))));
  }

  private static String json() {
    return new String(sample().toJson(), StandardCharsets.UTF_8);
  }

  private static BundleException refused(String json) {
    return assertThrows(
        BundleException.class, () -> Manifest.parse(FILE, json.getBytes(StandardCharsets.UTF_8)));
  }

  @Property(tries = 200)
  void whatIsWrittenIsRead(
      @ForAll("scalers") Scalers scalers,
      @ForAll("lineages") Lineage data,
      @ForAll("settings") Map<String, String> config) {
    Manifest manifest = manifest(data, scalers, new TreeMap<>(config));
    byte[] json = manifest.toJson();
    Manifest read = Manifest.parse(FILE, json);
    assertEquals(manifest, read);
    assertArrayEquals(json, read.toJson());
  }

  @Provide
  Arbitrary<Scalers> scalers() {
    Arbitrary<MinMaxScaler> scaler =
        Combinators.combine(Arbitraries.floats(), Arbitraries.floats())
            .as((a, b) -> new MinMaxScaler(Math.min(a, b), Math.max(a, b)));
    return Combinators.combine(scaler, Arbitraries.maps(text(), scaler).ofMaxSize(5))
        .as((pooled, bySeries) -> new Scalers(pooled, new TreeMap<>(bySeries)));
  }

  @Provide
  Arbitrary<Lineage> lineages() {
    return Combinators.combine(
            text(),
            text().optional(),
            Arbitraries.longs().greaterOrEqual(1),
            Arbitraries.integers().between(0, 10_000))
        .as((uri, versionId, rows, days) ->
            new Lineage(
                uri,
                "etag",
                versionId,
                Sha256.hex(new byte[] {1}),
                rows,
                LocalDate.EPOCH,
                LocalDate.EPOCH.plusDays(days),
                1));
  }

  @Provide
  Arbitrary<Map<String, String>> settings() {
    return Arbitraries.maps(text(), text()).ofMaxSize(5);
  }

  private static Arbitrary<String> text() {
    return Arbitraries.strings()
        .withChars("ab/~\"\\ \n\r\u0000ß日")
        .withCharRange('a', 'z')
        .ofMaxLength(12);
  }

  @Test
  void unknownFieldsAreIgnored() {
    String json =
        json()
            .replaceFirst("\"format\"", "\"new\" : {\"deep\" : [1]}, \"format\"")
            .replaceFirst("\"window\"", "\"stride\" : 1, \"window\"");
    assertEquals(sample(), Manifest.parse(FILE, json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aNewerFormatIsRefusedAndSaysWhatToDo() {
    BundleException refused = refused(json().replaceFirst("\"format\" : 1", "\"format\" : 2"));
    assertEquals(BundleException.Kind.TOO_NEW, refused.kind());
    assertEquals(
        FILE + " has format 2; this program understands formats up to 1: upgrade shelfcast",
        refused.getMessage());
  }

  @Test
  void aNewerFormatIsNoticedWhateverElseHasChanged() {
    assertEquals(BundleException.Kind.TOO_NEW, refused("{\"format\": 9}").kind());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"format\" : 1          | \"format\" : 0         | has format 0",
        "\"format\" : 1          | \"format\" : 1.5       | /format: expected a whole number",
        "\"format\" : 1,         |                        | /format: expected a whole number",
        "\"window\" : 14         | \"window\" : \"14\"    | /features/next_day/window: expected",
        "\"window\" : 14         | \"window\" : 0         | a window of 0 steps",
        "\"window\" : 14         | \"window\" : 1e99      | /features/next_day/window: expected",
        "\"inputs\" : 2          | \"inputs\" : 3         | 2 inputs and 1 output, not 3 and 1",
        "\"hidden\" : 32         | \"hidden\" : -1        | hidden must be between",
        "\"first_date\" : \"2026 | \"first_date\" : \"x   | /data/first_date: expected a date",
        "\"first_date\" : \"2026 | \"first_date\" : \"2027| data from 2027",
        "\"created_at\" : \"2026 | \"created_at\" : \"2025| does not fit a bundle made at",
        "\"created_at\" : \"2026 | \"created_at\" : \"    | /created_at: expected a moment",
        "\"epochs\" : 3          | \"epochs\" : -3        | best epoch 0 of -3",
        "[ 100.0, 200.0 ]        | [ 200.0, 100.0 ]       | is no range",
        "[ 100.0, 200.0 ]        | [ 100.0 ]              | has 1 numbers in",
        "[ 100.0, 200.0 ]        | [ 100.0, 1e39 ]        | /bread/1: expected a number",
        "[ 100.0, 200.0 ]        | [ 100.0, null ]        | expected a number, found null",
        "\"lag_1\", \"rolling    | \"lag_2\", \"rolling   | lists the features [lag_2",
        "\"forced\" : true       | \"forced\" : 1         | expected true or false, found 1",
        "\"sha256\" : \"         | \"sha256\" : \"x       | not a sha256",
        "\"size\" : 3            | \"size\" : -3          | a file of -3 bytes",
        "\"prediction\" : 301.25 | \"prediction\" : 1e999 | /golden/next_day/0/prediction",
      })
  void aFieldThatMakesNoSenseIsNamed(String field, String wrong, String message) {
    String json = json();
    assertTrue(json.contains(field), field);
    String broken = json.replace(field, Optional.ofNullable(wrong).orElse(""));
    BundleException refused = refused(broken);
    assertEquals(BundleException.Kind.CORRUPT, refused.kind());
    assertTrue(refused.getMessage().startsWith(FILE), refused.getMessage());
    assertTrue(refused.getMessage().contains(message), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{",
        "{} {}",
        "{\"format\":1,\"format\":1}",
        "NaN",
        "\u0000",
        "\u0000\u0000\u0000{\u0000\u0011\u0000\u0000"
      })
  void whatIsNotOneObjectIsRefused(String json) {
    assertEquals(BundleException.Kind.CORRUPT, refused(json).kind());
  }

  @Test
  void aMeasureThatJsonCannotCarryIsRefused() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Samples.metrics(Double.NaN));
    assertEquals("mae of model is NaN", refused.getMessage());
  }

  @Test
  void theTimeOfTheVersionIsThatOfTheManifest() {
    Manifest sample = sample();
    Instant later = Samples.NOON.plusSeconds(1);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Manifest(
                sample.version(),
                later,
                "v1",
                sample.data(),
                sample.config(),
                sample.nextDay(),
                sample.files()));
  }
}
