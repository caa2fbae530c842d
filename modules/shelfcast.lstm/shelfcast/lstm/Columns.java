package shelfcast.lstm;

import org.ojalgo.matrix.store.R032Store;

/**
 * A view of consecutive columns of a store. ojAlgo stores are column-major, so the view is one
 * contiguous stretch of the array: no element is copied.
 *
 * <p>Activations hold one column for each step and window, step-major: column {@code t * windows +
 * w} belongs to step {@code t} of window {@code w}.
 *
 * @param store the matrix that is looked at
 * @param first its first column in the view
 * @param count number of columns in the view
 */
record Columns(R032Store store, int first, int count) {

  static Columns all(R032Store store) {
    return new Columns(store, 0, store.getColDim());
  }

  /** A new matrix of zeros. */
  static R032Store zeros(int rows, int columns) {
    return R032Store.wrap(new float[Math.multiplyExact(rows, columns)], rows);
  }

  int rows() {
    return store.getRowDim();
  }

  /** The array that the store shares. */
  float[] array() {
    return store.data;
  }

  /** Where column {@code column} of the view starts in {@link #array()}. */
  int at(int column) {
    return (first + column) * rows();
  }

  /** Throws if the view does not have this shape: the mistake would be ours, not a user's. */
  void require(int rows, int columns) {
    if (rows() != rows || count != columns) {
      throw new IllegalArgumentException(
          "expected a matrix of %d x %d, got %d x %d".formatted(rows, columns, rows(), count));
    }
  }
}
