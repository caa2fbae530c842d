package shelfcast.command;

import java.util.Collection;
import java.util.Comparator;

/** Finds the name that somebody most likely meant. */
final class Nearest {
  /** Shorter beginnings fit too many names to mean one. */
  private static final int ABBREVIATION = 3;

  private Nearest() {}

  /**
   * The one of {@code known} that is fewest edits away from {@code word}; among equals the one that
   * shares the longest beginning with it, then the first in alphabetical order.
   *
   * @param known at least one name
   */
  static String to(String word, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.<String>comparingInt(name -> distance(word, name))
                .thenComparing(name -> -sharedBeginning(word, name))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  /**
   * How many insertions, deletions, replacements and swaps of neighbours turn {@code a} into {@code
   * b}, when no part is edited twice: the Damerau–Levenshtein distance in its "optimal string
   * alignment" form (Damerau, "A technique for computer detection and correction of spelling
   * errors", 1964). A name that only goes on where {@code a} stops counts as one edit away, since
   * people abbreviate.
   */
  static int distance(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int moved = Math.min(edits[i - 1][j], edits[i][j - 1]) + 1;
        edits[i][j] = Math.min(replaced, moved);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
        }
      }
    }
    int whole = edits[a.length()][b.length()];
    return whole > 1 && a.length() >= ABBREVIATION && b.startsWith(a) ? 1 : whole;
  }

  private static int sharedBeginning(String a, String b) {
    int at = 0;
    while (at < a.length() && at < b.length() && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    return at;
  }
}
