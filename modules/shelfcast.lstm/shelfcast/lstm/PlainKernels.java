package shelfcast.lstm;

/**
 * {@link Kernels} in plain Java. The product keeps a small tile of C in registers, which hides the
 * latency of fma: each element's own chain of additions has to stay in order.
 */
final class PlainKernels implements Kernels {

  @Override
  public String name() {
    return "plain";
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
    for (; i + 4 <= rows; i += 4) {
      int j = 0;
      for (; j + 2 <= columns; j += 2) {
        int atB = bAt + j * bColumn;
        int atC = cAt + i + j * cColumn;
        tile4x2(depth, a, aAt + i, aColumn, b, atB, atB + bColumn, bRow, c, atC, atC + cColumn);
      }
      if (j < columns) {
        tile4x1(depth, a, aAt + i, aColumn, b, bAt + j * bColumn, bRow, c, cAt + i + j * cColumn);
      }
    }
    for (; i < rows; i++) {
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
        tile1x1(depth, a, aAt + i, aColumn, b, bAt + j * bColumn, bRow, c, cAt + i + j * cColumn);
      }
    }
  }

  private static void tile4x2(
      int depth,
      float[] a,
      int aAt,
      int aColumn,
      float[] b,
      int b0,
      int b1,
      int bRow,
      float[] c,
      int c0,
      int c1) {
    float s00 = c[c0];
    float s10 = c[c0 + 1];
    float s20 = c[c0 + 2];
    float s30 = c[c0 + 3];
    float s01 = c[c1];
    float s11 = c[c1 + 1];
    float s21 = c[c1 + 2];
    float s31 = c[c1 + 3];
    int atA = aAt;
    int atB0 = b0;
    int atB1 = b1;
    for (int k = 0; k < depth; k++) {
      float left = b[atB0];
      float right = b[atB1];
      float a0 = a[atA];
      float a1 = a[atA + 1];
      float a2 = a[atA + 2];
      float a3 = a[atA + 3];
      s00 = Math.fma(a0, left, s00);
      s10 = Math.fma(a1, left, s10);
      s20 = Math.fma(a2, left, s20);
      s30 = Math.fma(a3, left, s30);
      s01 = Math.fma(a0, right, s01);
      s11 = Math.fma(a1, right, s11);
      s21 = Math.fma(a2, right, s21);
      s31 = Math.fma(a3, right, s31);
      atA += aColumn;
      atB0 += bRow;
      atB1 += bRow;
    }
    c[c0] = s00;
    c[c0 + 1] = s10;
    c[c0 + 2] = s20;
    c[c0 + 3] = s30;
    c[c1] = s01;
    c[c1 + 1] = s11;
    c[c1 + 2] = s21;
    c[c1 + 3] = s31;
  }

  private static void tile4x1(
      int depth, float[] a, int aAt, int aColumn, float[] b, int bAt, int bRow, float[] c, int at) {
    float s0 = c[at];
    float s1 = c[at + 1];
    float s2 = c[at + 2];
    float s3 = c[at + 3];
    int atA = aAt;
    int atB = bAt;
    for (int k = 0; k < depth; k++) {
      float factor = b[atB];
      s0 = Math.fma(a[atA], factor, s0);
      s1 = Math.fma(a[atA + 1], factor, s1);
      s2 = Math.fma(a[atA + 2], factor, s2);
      s3 = Math.fma(a[atA + 3], factor, s3);
      atA += aColumn;
      atB += bRow;
    }
    c[at] = s0;
    c[at + 1] = s1;
    c[at + 2] = s2;
    c[at + 3] = s3;
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
    float s0 = c[at];
    float s1 = c[at + cColumn];
    float s2 = c[at + 2 * cColumn];
    float s3 = c[at + 3 * cColumn];
    int atA = aAt;
    int atB = bAt;
    for (int k = 0; k < depth; k++) {
      float factor = a[atA];
      s0 = Math.fma(factor, b[atB], s0);
      s1 = Math.fma(factor, b[atB + bColumn], s1);
      s2 = Math.fma(factor, b[atB + 2 * bColumn], s2);
      s3 = Math.fma(factor, b[atB + 3 * bColumn], s3);
      atA += aColumn;
      atB += bRow;
    }
    c[at] = s0;
    c[at + cColumn] = s1;
    c[at + 2 * cColumn] = s2;
    c[at + 3 * cColumn] = s3;
  }

  private static void tile1x1(
      int depth, float[] a, int aAt, int aColumn, float[] b, int bAt, int bRow, float[] c, int at) {
    float sum = c[at];
    for (int k = 0; k < depth; k++) {
      sum = Math.fma(a[aAt + k * aColumn], b[bAt + k * bRow], sum);
    }
    c[at] = sum;
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
    for (int column = 0; column < columns; column++) {
      int at = column * units;
      int gate = gatesAt + 4 * at;
      for (int unit = first; unit < units; unit++) {
        float i = Activations.sigmoid(gates[gate + unit]);
        float f = Activations.sigmoid(gates[gate + units + unit]);
        float g = Activations.tanh(gates[gate + 2 * units + unit]);
        float o = Activations.sigmoid(gates[gate + 3 * units + unit]);
        float cell = Math.fma(f, cells[cellsBeforeAt + at + unit], i * g);
        float s = Activations.tanh(cell);
        gates[gate + unit] = i;
        gates[gate + units + unit] = f;
        gates[gate + 2 * units + unit] = g;
        gates[gate + 3 * units + unit] = o;
        cells[cellsAt + at + unit] = cell;
        squashed[squashedAt + at + unit] = s;
        hidden[hiddenAt + at + unit] = o * s;
      }
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
    for (int column = 0; column < columns; column++) {
      int at = column * units;
      int gate = gatesAt + 4 * at;
      for (int unit = first; unit < units; unit++) {
        float i = gates[gate + unit];
        float f = gates[gate + units + unit];
        float g = gates[gate + 2 * units + unit];
        float o = gates[gate + 3 * units + unit];
        float s = squashed[squashedAt + at + unit];
        float dh = hiddenGradient[hiddenGradientAt + at + unit];
        float d = Math.fma(dh * o, Math.fma(-s, s, 1f), cellGradient[cellGradientAt + at + unit]);
        gates[gate + unit] = ((d * g) * i) * (1f - i);
        gates[gate + units + unit] = ((d * cellsBefore[cellsBeforeAt + at + unit]) * f) * (1f - f);
        gates[gate + 2 * units + unit] = (d * i) * Math.fma(-g, g, 1f);
        gates[gate + 3 * units + unit] = ((dh * s) * o) * (1f - o);
        cellGradient[cellGradientAt + at + unit] = d * f;
      }
    }
  }
}
