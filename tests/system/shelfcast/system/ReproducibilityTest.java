package shelfcast.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import shelfcast.testing.Command;
import shelfcast.testing.Result;

/** The same data, settings and seed give the same weights, bit for bit. */
@Execution(ExecutionMode.CONCURRENT)
class ReproducibilityTest {
  private static final String VECTORS = "jdk.incubator.vector";

  @TempDir private Path temporary;

  @Test
  void theSameSeedGivesTheSameBytesWhateverTheMachineOffers() {
    String sales = temporary.resolve("sales.csv").toString();
    Result data = Command.of("shelfcast-datagen", "--out", sales, "--series", "3").run();
    assertEquals(0, data.exit(), data.err());
    List<String> launcher = List.of(Command.image().resolve("bin/shelfcast-train").toString());
    byte[] weights = weights("one", true, launcher, "", sales, "--seed", "7", "--threads", "1");
    assertArrayEquals(
        weights, weights("threads", true, launcher, "", sales, "--seed", "7", "--threads", "3"));
    assertArrayEquals(
        weights, weights("narrow", true, launcher, "-XX:MaxVectorSize=16", sales, "--seed", "7"));
    List<String> withoutSimd =
        List.of(
            Command.image().resolveSibling("image-train/bin/java").toString(),
            "--limit-modules",
            "shelfcast.train",
            "--module",
            "shelfcast.train/shelfcast.train.Train");
    assertArrayEquals(weights, weights("plain", false, withoutSimd, "", sales, "--seed", "7"));
    assertFalse(Arrays.equals(weights, weights("other", true, launcher, "", sales, "--seed", "8")));
  }

  private byte[] weights(
      String store,
      boolean vectors,
      List<String> program,
      String options,
      String sales,
      String... flags) {
    Depot depot = Depot.folder(temporary.resolve(store));
    Stream<String> given =
        Stream.of("--store", depot.uri(), "--data", sales, "--known", "promo", "--epochs", "4");
    List<String> words =
        Stream.of(program.stream(), given, Stream.of(flags)).flatMap(part -> part).toList();
    Result result = Command.ofWords(words).with("JDK_JAVA_OPTIONS", options).run();
    assertEquals(0, result.exit(), result.err());
    assertEquals(vectors, result.err().contains(VECTORS), result.err());
    return depot.get("models/" + depot.champion() + "/model.safetensors");
  }
}
