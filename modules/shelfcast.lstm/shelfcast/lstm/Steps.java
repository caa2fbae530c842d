package shelfcast.lstm;

import java.util.List;
import java.util.stream.IntStream;
import org.ojalgo.matrix.store.R032Store;

/**
 * A matrix with a block of columns for each step, and views of the blocks, made once.
 *
 * @param all the whole matrix
 * @param each the blocks, in the order of the steps
 */
record Steps(Columns all, List<Columns> each) {

  /** A new matrix of zeros, {@code windows} columns for each of {@code steps} steps. */
  static Steps zeros(int rows, int steps, int windows) {
    R032Store store = Columns.zeros(rows, steps * windows);
    List<Columns> each =
        IntStream.range(0, steps)
            .mapToObj(step -> new Columns(store, step * windows, windows))
            .toList();
    return new Steps(Columns.all(store), each);
  }

  /** The blocks of steps {@code from … to-1} together. */
  Columns range(int from, int to) {
    int windows = each.getFirst().count();
    return new Columns(all.store(), from * windows, (to - from) * windows);
  }
}
