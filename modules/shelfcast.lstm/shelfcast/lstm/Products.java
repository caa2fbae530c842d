package shelfcast.lstm;

import org.ojalgo.matrix.store.R032Store;

/** The products that layers are made of, in terms of stores; {@link Kernels} does the work. */
final class Products {

  /** Every element of a factor whose strides are 0: turns a product into sums along the rows. */
  private static final float[] ONE = {1f};

  private Products() {}

  /** y += W · x for W [M x K], x [K x N], y [M x N]. */
  static void add(Kernels kernels, R032Store weight, Columns x, Columns y) {
    int rows = weight.getRowDim();
    int depth = weight.getColDim();
    x.require(depth, x.count());
    y.require(rows, x.count());
    kernels.multiply(
        rows,
        x.count(),
        depth,
        weight.data,
        0,
        rows,
        x.array(),
        x.at(0),
        1,
        depth,
        y.array(),
        y.at(0),
        rows);
  }

  /** G += left · right^T for left [M x N], right [K x N], G [M x K]. */
  static void addOuter(Kernels kernels, Columns left, Columns right, R032Store sum) {
    int rows = sum.getRowDim();
    int columns = sum.getColDim();
    left.require(rows, left.count());
    right.require(columns, left.count());
    kernels.multiply(
        rows,
        columns,
        left.count(),
        left.array(),
        left.at(0),
        rows,
        right.array(),
        right.at(0),
        columns,
        1,
        sum.data,
        0,
        rows);
  }

  /** g += the sum of the columns of left [M x N], for g [M x 1]. */
  static void addSums(Kernels kernels, Columns left, R032Store sum) {
    int rows = sum.getRowDim();
    left.require(rows, left.count());
    kernels.multiply(
        rows, 1, left.count(), left.array(), left.at(0), rows, ONE, 0, 0, 0, sum.data, 0, rows);
  }

  static void transpose(R032Store from, R032Store to) {
    int rows = from.getRowDim();
    int columns = from.getColDim();
    for (int column = 0; column < columns; column++) {
      for (int row = 0; row < rows; row++) {
        to.data[column + row * columns] = from.data[row + column * rows];
      }
    }
  }
}
