package shelfcast.lstm;

import java.util.ServiceLoader;

/**
 * The hot loops, over column-major float arrays. Implementations hold no state and may be called
 * from any thread.
 *
 * <p>All implementations give the same bits. This is the contract: each element is computed by
 * exactly the operations written at its method, each rounded to float32 once, in the order written;
 * only how many elements go side by side is free. Offsets and strides count array elements; the
 * arrays written must not overlap those read, unless a method says so.
 */
public interface Kernels {

  /** What a log or benchmark calls these kernels, such as {@code plain}. */
  String name();

  /**
   * C += A · B. Element (i, j) of C becomes {@code c = fma(A(i, k), B(k, j), c)} for k = 0, 1, …
   * depth-1.
   *
   * @param rows rows of A and C
   * @param columns columns of B and C
   * @param depth columns of A, rows of B
   * @param a A(i, k) is {@code a[aAt + i + k * aColumn]}
   * @param b B(k, j) is {@code b[bAt + k * bRow + j * bColumn]}, so B may be transposed (swap the
   *     strides), and constant along a stride of 0
   * @param c C(i, j) is {@code c[cAt + i + j * cColumn]}
   */
  void multiply(
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
      int cColumn);

  /**
   * One step of an LSTM from the gates' sums, for {@code columns} windows side by side: with σ and
   * tanh of {@link Activations}, i = σ(·), f = σ(·), g = tanh(·), o = σ(·), cell = fma(f, previous
   * cell, i · g), hidden = o · tanh(cell).
   *
   * @param units H, units of the layer
   * @param first the units {@code first … units - 1} are computed, the others left alone
   * @param columns windows
   * @param gates [4H x columns] sums of i, f, g, o in; their activations out
   * @param cells both the previous cells [H x columns] at {@code cellsBeforeAt} and the new ones at
   *     {@code cellsAt}; the two may be the same
   * @param squashed [H x columns] tanh(cell) out
   * @param hidden [H x columns] out
   */
  void lstmForward(
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
      int hiddenAt);

  /**
   * The way back through {@link #lstmForward}. With dh and dc the gradients of hidden and cell, c'
   * the previous cell and s = tanh(cell):
   *
   * <pre>
   * d  = fma(dh * o, fma(-s, s, 1), dc)    dc becomes d * f
   * di = ((d * g) * i) * (1 - i)           df = ((d * c') * f) * (1 - f)
   * dg = (d * i) * fma(-g, g, 1)           do = ((dh * s) * o) * (1 - o)
   * </pre>
   *
   * @param units H, units of the layer
   * @param first the units {@code first … units - 1} are computed, the others left alone
   * @param columns windows
   * @param gates [4H x columns] activations i, f, g, o in; gradients of their sums out
   * @param cellsBefore [H x columns] the previous cells
   * @param squashed [H x columns] tanh(cell)
   * @param hiddenGradient [H x columns] dh
   * @param cellGradient [H x columns] dc in; the gradient of the previous cell out
   */
  void lstmBackward(
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
      int cellGradientAt);

  /** Plain loops; always there. */
  static Kernels plain() {
    return new PlainKernels();
  }

  /** The kernels that another module provides as a service, or else the plain loops. */
  static Kernels best() {
    return ServiceLoader.load(Kernels.class, Kernels.class.getClassLoader())
        .findFirst()
        .orElseGet(Kernels::plain);
  }
}
