package shelfcast.lstm;

/** Which windows each epoch visits: a shuffled order through all, shuffled again at its end. */
final class Visits {

  private final SplitMix64 random;
  private final int[] all;
  private final int[] epoch;
  private int position;

  /**
   * Visits to {@code windows} windows.
   *
   * @param most windows of an epoch at most, 0 for all
   */
  Visits(int windows, int most, long seed) {
    random = new SplitMix64(seed);
    all = inOrder(windows);
    epoch = new int[most == 0 ? windows : Math.min(most, windows)];
    position = windows;
  }

  static int[] inOrder(int windows) {
    int[] order = new int[windows];
    for (int i = 0; i < windows; i++) {
      order[i] = i;
    }
    return order;
  }

  /** The windows of the next epoch, in the order of the visits; valid until the next call. */
  int[] next() {
    for (int i = 0; i < epoch.length; i++) {
      if (position == all.length) {
        random.shuffle(all);
        position = 0;
      }
      epoch[i] = all[position++];
    }
    return epoch;
  }
}
