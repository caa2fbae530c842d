package shelfcast.simd;

import static shelfcast.simd.VectorActivations.sigmoid;
import static shelfcast.simd.VectorActivations.tanh;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import shelfcast.lstm.Kernels;

/**
 * {@link Kernels} on the machine's preferred vectors. Lanes run down the rows of a matrix and the
 * units of a layer, so that each lane does what the plain loops do for its element; rows and units
 * that do not fill a vector are left to the plain loops.
 */
public final class VectorKernels implements Kernels {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private final Kernels plain = Kernels.plain();

  /** Made by the service loader. */
  public VectorKernels() {}

  @Override
  public String name() {
    return "vector-" + SPECIES.vectorBitSize();
  }

  @Override
  public void multiply(
      int rows,
      int columns,
      int depth,
      float[] a,
      int aAt,
      int aColumn,
      float[] b,
      int bAt,
      int bRow,
      int bColumn,
      float[] c,
      int cAt,
      int cColumn) {
    int i = 0;
    for (; i + 2 * LANES <= rows; i += 2 * LANES) {
      int j = 0;
      for (; j + 4 <= columns; j += 4) {
        tile2x4(
            depth,
            a,
            aAt + i,
            aColumn,
            b,
            bAt + j * bColumn,
            bRow,
            bColumn,
            c,
            cAt + i + j * cColumn,
            cColumn);
      }
      for (; j < columns; j++) {
        int atB = bAt + j * bColumn;
        int atC = cAt + i + j * cColumn;
        tile2x1(depth, a, aAt + i, aColumn, b, atB, bRow, c, atC);
      }
    }
    for (; i + LANES <= rows; i += LANES) {
      int j = 0;
      for (; j + 4 <= columns; j += 4) {
        tile1x4(
            depth,
            a,
            aAt + i,
            aColumn,
            b,
            bAt + j * bColumn,
            bRow,
            bColumn,
            c,
            cAt + i + j * cColumn,
            cColumn);
      }
      for (; j < columns; j++) {
        int atB = bAt + j * bColumn;
        int atC = cAt + i + j * cColumn;
        tile1x1(depth, a, aAt + i, aColumn, b, atB, bRow, c, atC);
      }
    }
    if (i < rows) {
      plain.multiply(
          rows - i, columns, depth, a, aAt + i, aColumn, b, bAt, bRow, bColumn, c, cAt + i,
          cColumn);
    }
  }

  private static void tile2x4(
      int depth,
      float[] a,
      int aAt,
      int aColumn,
      float[] b,
      int bAt,
      int bRow,
      int bColumn,
      float[] c,
      int at,
      int cColumn) {
    FloatVector s00 = FloatVector.fromArray(SPECIES, c, at);
    FloatVector s10 = FloatVector.fromArray(SPECIES, c, at + LANES);
    FloatVector s01 = FloatVector.fromArray(SPECIES, c, at + cColumn);
    FloatVector s11 = FloatVector.fromArray(SPECIES, c, at + cColumn + LANES);
    FloatVector s02 = FloatVector.fromArray(SPECIES, c, at + 2 * cColumn);
    FloatVector s12 = FloatVector.fromArray(SPECIES, c, at + 2 * cColumn + LANES);
    FloatVector s03 = FloatVector.fromArray(SPECIES, c, at + 3 * cColumn);
    FloatVector s13 = FloatVector.fromArray(SPECIES, c, at + 3 * cColumn + LANES);
    int atA = aAt;
    int atB = bAt;
    for (int k = 0; k < depth; k++) {
      FloatVector a0 = FloatVector.fromArray(SPECIES, a, atA);
      FloatVector a1 = FloatVector.fromArray(SPECIES, a, atA + LANES);
      FloatVector b0 = FloatVector.broadcast(SPECIES, b[atB]);
      s00 = a0.fma(b0, s00);
      s10 = a1.fma(b0, s10);
      FloatVector b1 = FloatVector.broadcast(SPECIES, b[atB + bColumn]);
      s01 = a0.fma(b1, s01);
      s11 = a1.fma(b1, s11);
      FloatVector b2 = FloatVector.broadcast(SPECIES, b[atB + 2 * bColumn]);
      s02 = a0.fma(b2, s02);
      s12 = a1.fma(b2, s12);
      FloatVector b3 = FloatVector.broadcast(SPECIES, b[atB + 3 * bColumn]);
      s03 = a0.fma(b3, s03);
      s13 = a1.fma(b3, s13);
      atA += aColumn;
      atB += bRow;
    }
    s00.intoArray(c, at);
    s10.intoArray(c, at + LANES);
    s01.intoArray(c, at + cColumn);
    s11.intoArray(c, at + cColumn + LANES);
    s02.intoArray(c, at + 2 * cColumn);
    s12.intoArray(c, at + 2 * cColumn + LANES);
    s03.intoArray(c, at + 3 * cColumn);
    s13.intoArray(c, at + 3 * cColumn + LANES);
  }

  private static void tile2x1(
      int depth, float[] a, int aAt, int aColumn, float[] b, int bAt, int bRow, float[] c, int at) {
    FloatVector s0 = FloatVector.fromArray(SPECIES, c, at);
    FloatVector s1 = FloatVector.fromArray(SPECIES, c, at + LANES);
    int atA = aAt;
    int atB = bAt;
    for (int k = 0; k < depth; k++) {
      FloatVector factor = FloatVector.broadcast(SPECIES, b[atB]);
      s0 = FloatVector.fromArray(SPECIES, a, atA).fma(factor, s0);
      s1 = FloatVector.fromArray(SPECIES, a, atA + LANES).fma(factor, s1);
      atA += aColumn;
      atB += bRow;
    }
    s0.intoArray(c, at);
    s1.intoArray(c, at + LANES);
  }

  private static void tile1x4(
      int depth,
      float[] a,
      int aAt,
      int aColumn,
      float[] b,
      int bAt,
      int bRow,
      int bColumn,
      float[] c,
      int at,
      int cColumn) {
    FloatVector s0 = FloatVector.fromArray(SPECIES, c, at);
    FloatVector s1 = FloatVector.fromArray(SPECIES, c, at + cColumn);
    FloatVector s2 = FloatVector.fromArray(SPECIES, c, at + 2 * cColumn);
    FloatVector s3 = FloatVector.fromArray(SPECIES, c, at + 3 * cColumn);
    int atA = aAt;
    int atB = bAt;
    for (int k = 0; k < depth; k++) {
      FloatVector factor = FloatVector.fromArray(SPECIES, a, atA);
      s0 = factor.fma(FloatVector.broadcast(SPECIES, b[atB]), s0);
      s1 = factor.fma(FloatVector.broadcast(SPECIES, b[atB + bColumn]), s1);
      s2 = factor.fma(FloatVector.broadcast(SPECIES, b[atB + 2 * bColumn]), s2);
      s3 = factor.fma(FloatVector.broadcast(SPECIES, b[atB + 3 * bColumn]), s3);
      atA += aColumn;
      atB += bRow;
    }
    s0.intoArray(c, at);
    s1.intoArray(c, at + cColumn);
    s2.intoArray(c, at + 2 * cColumn);
    s3.intoArray(c, at + 3 * cColumn);
  }

  private static void tile1x1(
      int depth, float[] a, int aAt, int aColumn, float[] b, int bAt, int bRow, float[] c, int at) {
    FloatVector sum = FloatVector.fromArray(SPECIES, c, at);
    for (int k = 0; k < depth; k++) {
      FloatVector factor = FloatVector.broadcast(SPECIES, b[bAt + k * bRow]);
      sum = FloatVector.fromArray(SPECIES, a, aAt + k * aColumn).fma(factor, sum);
    }
    sum.intoArray(c, at);
  }

  @Override
  public void lstmForward(
      int units,
      int first,
      int columns,
      float[] gates,
      int gatesAt,
      float[] cells,
      int cellsBeforeAt,
      int cellsAt,
      float[] squashed,
      int squashedAt,
      float[] hidden,
      int hiddenAt) {
    int end = first + SPECIES.loopBound(units - first);
    for (int column = 0; column < columns; column++) {
      for (int unit = first; unit < end; unit += LANES) {
        int at = column * units + unit;
        int gate = gatesAt + 4 * column * units + unit;
        FloatVector i = sigmoid(FloatVector.fromArray(SPECIES, gates, gate));
        FloatVector f = sigmoid(FloatVector.fromArray(SPECIES, gates, gate + units));
        FloatVector g = tanh(FloatVector.fromArray(SPECIES, gates, gate + 2 * units));
        FloatVector o = sigmoid(FloatVector.fromArray(SPECIES, gates, gate + 3 * units));
        FloatVector before = FloatVector.fromArray(SPECIES, cells, cellsBeforeAt + at);
        FloatVector cell = f.fma(before, i.mul(g));
        FloatVector s = tanh(cell);
        i.intoArray(gates, gate);
        f.intoArray(gates, gate + units);
        g.intoArray(gates, gate + 2 * units);
        o.intoArray(gates, gate + 3 * units);
        cell.intoArray(cells, cellsAt + at);
        s.intoArray(squashed, squashedAt + at);
        o.mul(s).intoArray(hidden, hiddenAt + at);
      }
    }
    if (end < units) {
      plain.lstmForward(
          units,
          end,
          columns,
          gates,
          gatesAt,
          cells,
          cellsBeforeAt,
          cellsAt,
          squashed,
          squashedAt,
          hidden,
          hiddenAt);
    }
  }

  @Override
  public void lstmBackward(
      int units,
      int first,
      int columns,
      float[] gates,
      int gatesAt,
      float[] cellsBefore,
      int cellsBeforeAt,
      float[] squashed,
      int squashedAt,
      float[] hiddenGradient,
      int hiddenGradientAt,
      float[] cellGradient,
      int cellGradientAt) {
    int end = first + SPECIES.loopBound(units - first);
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    for (int column = 0; column < columns; column++) {
      for (int unit = first; unit < end; unit += LANES) {
        int at = column * units + unit;
        int gate = gatesAt + 4 * column * units + unit;
        FloatVector i = FloatVector.fromArray(SPECIES, gates, gate);
        FloatVector f = FloatVector.fromArray(SPECIES, gates, gate + units);
        FloatVector g = FloatVector.fromArray(SPECIES, gates, gate + 2 * units);
        FloatVector o = FloatVector.fromArray(SPECIES, gates, gate + 3 * units);
        FloatVector s = FloatVector.fromArray(SPECIES, squashed, squashedAt + at);
        FloatVector dh = FloatVector.fromArray(SPECIES, hiddenGradient, hiddenGradientAt + at);
        FloatVector dc = FloatVector.fromArray(SPECIES, cellGradient, cellGradientAt + at);
        FloatVector before = FloatVector.fromArray(SPECIES, cellsBefore, cellsBeforeAt + at);
        FloatVector d = dh.mul(o).fma(s.neg().fma(s, one), dc);
        d.mul(g).mul(i).mul(one.sub(i)).intoArray(gates, gate);
        d.mul(before).mul(f).mul(one.sub(f)).intoArray(gates, gate + units);
        d.mul(i).mul(g.neg().fma(g, one)).intoArray(gates, gate + 2 * units);
        dh.mul(s).mul(o).mul(one.sub(o)).intoArray(gates, gate + 3 * units);
        d.mul(f).intoArray(cellGradient, cellGradientAt + at);
      }
    }
    if (end < units) {
      plain.lstmBackward(
          units,
          end,
          columns,
          gates,
          gatesAt,
          cellsBefore,
          cellsBeforeAt,
          squashed,
          squashedAt,
          hiddenGradient,
          hiddenGradientAt,
          cellGradient,
          cellGradientAt);
    }
  }
}
