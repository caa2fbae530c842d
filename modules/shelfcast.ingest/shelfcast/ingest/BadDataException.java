package shelfcast.ingest;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A sales file that cannot be read for certain. The message is for the person who has the file: the
 * first problems, one a line, then how many more there are.
 */
public final class BadDataException extends RuntimeException {
  /** How many problems are kept; the rest are only counted. */
  static final int KEPT = 20;

  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;
  private final long total;

  /**
   * An exception for some problems.
   *
   * @param problems the first of them, at least one
   * @param total how many there are altogether
   */
  BadDataException(List<Problem> problems, long total) {
    super(message(problems, total));
    this.problems = List.copyOf(problems);
    this.total = total;
  }

  BadDataException(Problem problem) {
    this(List.of(problem), 1);
  }

  /** The first problems, at most 20, in the order they were found. */
  public List<Problem> problems() {
    return problems;
  }

  /** How many problems there are, those that {@link #problems()} leaves out included. */
  public long total() {
    return total;
  }

  private static String message(List<Problem> problems, long total) {
    String lines = problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    long more = total - problems.size();
    return more == 0 ? lines : lines + "\nand " + more + " more like these";
  }
}
