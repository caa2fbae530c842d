package shelfcast.lstm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The plain loops against naive ones in double, for any shape, offset and stride. */
class PlainKernelsTest {

  private static final double UNIT = 0x1p-24;

  private final Kernels kernels = Kernels.plain();

  private static float[] random(int length, SplitMix64 random) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = random.nextFloat(2f);
    }
    return values;
  }

  /**
   * The bound of Higham, "Accuracy and Stability of Numerical Algorithms", section 3.1, for n
   * operations rounded one after the other: n u / (1 - n u) times the sum of the magnitudes.
   */
  private static double bound(int operations, double magnitudes) {
    return operations * UNIT / (1 - operations * UNIT) * magnitudes;
  }

  @Property(tries = 300)
  void theProductIsTheSumOfProducts(
      @ForAll @IntRange(min = 1, max = 21) int rows,
      @ForAll @IntRange(min = 1, max = 9) int columns,
      @ForAll @IntRange(min = 0, max = 40) int depth,
      @ForAll @IntRange(min = 0, max = 3) int slack,
      @ForAll boolean transposed,
      @ForAll long seed) {
    SplitMix64 random = new SplitMix64(seed);
    int aColumn = rows + slack;
    int bRow = transposed ? columns + slack : 1;
    int bColumn = transposed ? 1 : depth + slack;
    int cColumn = rows + slack;
    float[] a = random(slack + aColumn * (depth + 1), random);
    float[] b = random(slack + (depth + slack + 1) * (columns + slack + 1), random);
    float[] c = random(slack + cColumn * columns, random);
    float[] before = c.clone();
    kernels.multiply(
        rows, columns, depth, a, slack, aColumn, b, slack, bRow, bColumn, c, slack, cColumn);
    for (int i = 0; i < c.length; i++) {
      int row = Math.floorMod(i - slack, cColumn);
      int column = Math.floorDiv(i - slack, cColumn);
      if (i < slack || row >= rows) {
        assertEquals(before[i], c[i], "written outside C at " + i);
        continue;
      }
      double sum = before[i];
      double magnitudes = Math.abs(before[i]);
      for (int k = 0; k < depth; k++) {
        double product =
            (double) a[slack + row + k * aColumn] * b[slack + k * bRow + column * bColumn];
        sum += product;
        magnitudes += Math.abs(product);
      }
      assertEquals(sum, c[i], bound(depth, magnitudes) + 1e-12);
    }
  }

  @Property(tries = 200)
  void forwardIsTheCellsEquations(
      @ForAll @IntRange(min = 1, max = 19) int units,
      @ForAll @IntRange(min = 1, max = 4) int columns,
      @ForAll long seed) {
    SplitMix64 random = new SplitMix64(seed);
    int states = units * columns;
    float[] sums = random(4 * states, random);
    float[] cells = random(2 * states, random);
    float[] gates = sums.clone();
    float[] squashed = new float[states];
    float[] hidden = new float[states];
    kernels.lstmForward(units, 0, columns, gates, 0, cells, 0, states, squashed, 0, hidden, 0);
    for (int at = 0; at < states; at++) {
      int gate = at / units * 4 * units + at % units;
      double i = sigmoid(sums[gate]);
      double f = sigmoid(sums[gate + units]);
      double g = Math.tanh(sums[gate + 2 * units]);
      double o = sigmoid(sums[gate + 3 * units]);
      double cell = f * cells[at] + i * g;
      assertEquals(i, gates[gate], 1e-6);
      assertEquals(f, gates[gate + units], 1e-6);
      assertEquals(g, gates[gate + 2 * units], 1e-6);
      assertEquals(o, gates[gate + 3 * units], 1e-6);
      assertEquals(cell, cells[states + at], 2e-6);
      assertEquals(Math.tanh(cell), squashed[at], 2e-6);
      assertEquals(o * Math.tanh(cell), hidden[at], 2e-6);
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** GradientTest holds the way back against differences; here only the range of units counts. */
  @Property(tries = 100)
  void theWayBackLeavesEarlierUnitsAlone(
      @ForAll @IntRange(min = 1, max = 19) int units,
      @ForAll @IntRange(min = 0, max = 18) int first,
      @ForAll long seed) {
    SplitMix64 random = new SplitMix64(seed);
    float[] whole = random(4 * units, random);
    float[] part = whole.clone();
    float[] before = whole.clone();
    float[] states = random(3 * units, random);
    float[] cellGradient = random(units, random);
    float[] cellGradientPart = cellGradient.clone();
    float[] cellGradientBefore = cellGradient.clone();
    kernels.lstmBackward(
        units, 0, 1, whole, 0, states, 0, states, units, states, 2 * units, cellGradient, 0);
    int from = Math.min(first, units);
    kernels.lstmBackward(
        units, from, 1, part, 0, states, 0, states, units, states, 2 * units, cellGradientPart, 0);
    for (int at = 0; at < 4 * units; at++) {
      assertEquals(at % units < from ? before[at] : whole[at], part[at]);
    }
    for (int at = 0; at < units; at++) {
      assertEquals(at < from ? cellGradientBefore[at] : cellGradient[at], cellGradientPart[at]);
    }
  }
}
