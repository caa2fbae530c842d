package shelfcast.simd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import shelfcast.lstm.Architecture;
import shelfcast.lstm.Fit;
import shelfcast.lstm.FitOptions;
import shelfcast.lstm.Kernels;
import shelfcast.lstm.Loss;
import shelfcast.lstm.Network;
import shelfcast.lstm.Safetensors;
import shelfcast.lstm.Schedule;
import shelfcast.lstm.Sequences;
import shelfcast.lstm.Trainer;

/** The vectors' bits are those of the plain loops; these are held against the truth in lstm. */
class VectorKernelsTest {

  private final Kernels plain = Kernels.plain();
  private final Kernels vector = new VectorKernels();

  private static float[] random(int length, float scale, Random random) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian() * scale;
    }
    return values;
  }

  @Example
  void theyAreFoundAsAService() {
    assertInstanceOf(VectorKernels.class, Kernels.best());
  }

  @Property(tries = 300)
  void products(
      @ForAll @IntRange(min = 1, max = 70) int rows,
      @ForAll @IntRange(min = 1, max = 9) int columns,
      @ForAll @IntRange(min = 0, max = 40) int depth,
      @ForAll @IntRange(min = 0, max = 3) int slack,
      @ForAll boolean transposed,
      @ForAll long seed) {
    Random random = new Random(seed);
    int aColumn = rows + slack;
    int bRow = transposed ? columns + slack : 1;
    int bColumn = transposed ? 1 : depth + slack;
    float[] a = random(slack + aColumn * (depth + 1), 1, random);
    float[] b = random(slack + (depth + slack + 1) * (columns + slack + 1), 1, random);
    float[] expected = random(slack + aColumn * columns, 1, random);
    float[] actual = expected.clone();
    plain.multiply(
        rows, columns, depth, a, slack, aColumn, b, slack, bRow, bColumn, expected, slack, aColumn);
    vector.multiply(
        rows, columns, depth, a, slack, aColumn, b, slack, bRow, bColumn, actual, slack, aColumn);
    assertArrayEquals(bits(expected), bits(actual));
  }

  @Property(tries = 300)
  void forwardAndBackward(
      @ForAll @IntRange(min = 1, max = 70) int units,
      @ForAll @IntRange(min = 0, max = 5) int first,
      @ForAll @IntRange(min = 1, max = 3) int columns,
      @ForAll @IntRange(min = 0, max = 2) int magnitude,
      @ForAll long seed) {
    int states = units * columns;
    int from = Math.min(first, units);
    float[][] results = new float[2][];
    for (Kernels kernels : new Kernels[] {plain, vector}) {
      Random random = new Random(seed);
      // One array holds all: gates, cells before and after, squashed, hidden, gradients.
      float[] all = random(10 * states, (float) Math.pow(10, magnitude), random);
      float[] gates = Arrays.copyOf(all, 4 * states);
      float[] cells = Arrays.copyOfRange(all, 4 * states, 6 * states);
      float[] squashed = Arrays.copyOfRange(all, 6 * states, 7 * states);
      float[] hidden = Arrays.copyOfRange(all, 7 * states, 8 * states);
      float[] hiddenGradient = Arrays.copyOfRange(all, 8 * states, 9 * states);
      float[] cellGradient = Arrays.copyOfRange(all, 9 * states, 10 * states);
      kernels.lstmForward(units, from, columns, gates, 0, cells, 0, states, squashed, 0, hidden, 0);
      float[] forward = joined(gates, cells, squashed, hidden);
      kernels.lstmBackward(
          units,
          from,
          columns,
          gates,
          0,
          cells,
          0,
          squashed,
          0,
          hiddenGradient,
          0,
          cellGradient,
          0);
      results[kernels == plain ? 0 : 1] = joined(forward, gates, cellGradient);
    }
    assertArrayEquals(bits(results[0]), bits(results[1]));
  }

  private static float[] joined(float[]... parts) {
    float[] whole = new float[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, whole, at, part.length);
      at += part.length;
    }
    return whole;
  }

  private static int[] bits(float[] values) {
    return IntStream.range(0, values.length).map(i -> Float.floatToRawIntBits(values[i])).toArray();
  }

  @Property(tries = 6)
  void trainingGivesTheSameFile(
      @ForAll @IntRange(min = 1, max = 3) int layers,
      @ForAll @IntRange(min = 3, max = 37) int hidden,
      @ForAll @IntRange(min = 1, max = 3) int threads) {
    Random random = new Random(1);
    int rows = 100;
    int steps = 14;
    float[] weights = new float[rows];
    Arrays.fill(weights, 1f);
    int[] starts = IntStream.rangeClosed(0, rows - steps).toArray();
    Sequences data =
        new Sequences(
            random(2 * rows, 1, random), 2, random(rows, 1, random), weights, starts, steps);
    float[] alike = new float[steps];
    Arrays.fill(alike, 1f);
    FitOptions options =
        new FitOptions(
            new Schedule(3, 3, 0.001f, 0.001f),
            32,
            0,
            1f,
            0,
            1L,
            threads,
            new Loss.MeanSquared(),
            alike);
    Network initial = Network.initial(new Architecture(2, hidden, layers, 1), 1);
    Fit slow = Trainer.fit(initial, data, Optional.of(data), options, epoch -> {}, plain);
    Fit fast = Trainer.fit(initial, data, Optional.of(data), options, epoch -> {}, vector);
    assertEquals(slow.history(), fast.history());
    assertArrayEquals(
        Safetensors.write(slow.network().parameters(), Map.of()),
        Safetensors.write(fast.network().parameters(), Map.of()));
    predictionsAreEqual(slow.network(), data.inputs(), steps);
  }

  private void predictionsAreEqual(Network network, float[] window, int steps) {
    float[] expected = new float[1];
    float[] actual = new float[1];
    network.predictor(plain).predict(window, steps, expected);
    network.predictor(vector).predict(window, steps, actual);
    assertArrayEquals(bits(expected), bits(actual));
  }
}
