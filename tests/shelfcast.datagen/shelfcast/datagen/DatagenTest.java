package shelfcast.datagen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** shelfcast-datagen from its command line. */
class DatagenTest {
  @TempDir Path folder;

  private static Ran run(String... arguments) {
    return Ran.of(new Datagen(), arguments);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void itWritesIntoTheStore() throws IOException {
    Ran ran = run("--store", "file:" + folder, "--days", "3");
    assertEquals(
        "wrote 3 rows, 1 series from 2024-01-01 to 2024-01-03, to file:"
            + folder
            + "/data/raw/sales.csv\n",
        ran.err());
    assertEquals(0, ran.code());
    assertEquals("", ran.out());
    assertEquals(4, Files.readAllLines(folder.resolve("data/raw/sales.csv")).size());
  }

  @Test
  void fileStoreAndStandardOutputGetTheSameBytes() throws IOException {
    Path plain = folder.resolve("sales.csv");
    Path packed = folder.resolve("sales.csv.gz");
    assertEquals(0, run("--out", plain.toString(), "--seed=5").code());
    assertEquals(0, run("--out", packed.toString(), "--seed=5").code());
    assertEquals(0, run("--store", folder.resolve("store").toString(), "--seed=5").code());
    Ran shown = run("--out", "-", "--seed=5");
    assertEquals("", shown.err());
    byte[] bytes = shown.out().getBytes(StandardCharsets.UTF_8);
    assertArrayEquals(bytes, Files.readAllBytes(plain));
    assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("store/data/raw/sales.csv")));
    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      assertArrayEquals(bytes, in.readAllBytes());
    }
    assertEquals(List.of("sales.csv", "sales.csv.gz", "store"), files());
  }

  @Test
  void compressedFilesAreReproducibleToo() throws IOException {
    Path packed = folder.resolve("sales.csv.gz");
    run("--out", packed.toString());
    byte[] once = Files.readAllBytes(packed);
    run("--out", packed.toString());
    assertArrayEquals(once, Files.readAllBytes(packed));
  }

  @Test
  void contradictionsAreBadUsage() {
    Ran both = run("--store", folder.toString(), "--out", "x.csv");
    assertEquals(2, both.code());
    assertEquals(
        "shelfcast-datagen: --out has the value \"x.csv\", but must be left out when --store says"
            + " where to write\n",
        both.err());
    Ran panels = run("--out", "-", "--series", "3", "--stores", "2");
    assertEquals(2, panels.code());
    assertTrue(
        panels.err().contains("--series has the value \"3\", but must be left out"), panels.err());
    assertEquals("", panels.out());
  }

  @Test
  void datesEndWithTheYear9999() {
    assertEquals(0, run("--out=-", "--start=9999-12-30", "--days=2").code());
    Ran late = run("--out=-", "--start=9999-12-30", "--days=3");
    assertEquals(2, late.code());
    assertEquals(
        "shelfcast-datagen: --start has the value \"9999-12-30\", but must be at least --days"
            + " before 9999-12-31\n",
        late.err());
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
    Ran missing = run("--out", folder.resolve("no/sales.csv").toString());
    assertEquals(2, missing.code());
    assertEquals(
        "shelfcast-datagen: --out names a file in "
            + folder.resolve("no")
            + ", which is not there: create that folder\n",
        missing.err());
    Ran directory = run("--out", folder.toString());
    assertEquals(2, directory.code());
    assertTrue(directory.err().contains("but must be a file, not a folder"), directory.err());
    Ran place = run("--store", "ftp://x");
    assertEquals(2, place.code());
    assertTrue(
        place
            .err()
            .startsWith(
                "shelfcast-datagen: --store has the value \"ftp://x\", but must be a folder or a"
                    + " bucket: "),
        place.err());
    Ran endpoint = run("--store", "s3://my-bucket", "--s3-endpoint", "localhost:9000");
    assertEquals(2, endpoint.code(), endpoint.err());
    assertEquals(
        "shelfcast-datagen: --s3-endpoint has the value \"localhost:9000\", but must be a web"
            + " address, http://HOST:PORT or https://HOST\n",
        endpoint.err());
    Path blocked =
        Files.writeString(folder.resolve("blocked"), "a file where the folder should be");
    Ran store = run("--store", blocked.toString());
    assertEquals(5, store.code(), store.err());
    assertFalse(store.err().contains("this is a bug"), store.err());
  }

  @Test
  void aFailedWriteLeavesWhatWasThere() throws IOException {
    Path file = Files.writeString(folder.resolve("sales.csv"), "before");
    try {
      Destination.write(
          file,
          out -> {
            out.write('x');
            throw new IOException("disk full");
          });
    } catch (IOException e) {
      assertEquals("disk full", e.getMessage());
    }
    assertEquals("before", Files.readString(file));
    assertEquals(List.of("sales.csv"), files());
  }
}
