package shelfcast.model;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The end of one series: its last steps, what is known of the steps after, and what the model said
 * of the steps held back. Step 0 is the first step kept. Columns are counted in the order of the
 * {@link Context}. Immutable.
 */
public final class Tail {
  private final String id;
  private final LocalDate start;
  private final float[] sales;
  private final int futureSteps;
  private final List<float[]> known;
  private final List<float[]> past;
  private final List<Optional<String>> statics;
  private final float[] backtest;

  /**
   * A tail that takes the arrays over: whoever made them does not write to them again.
   *
   * @param sales units by step, NaN where missing
   * @param futureSteps how many steps further the known covariates go
   * @param known by column, {@code sales.length + futureSteps} values each
   * @param past by column, {@code sales.length} values each
   * @param backtest predictions for the last {@code backtest.length} steps, NaN where there is none
   * @throws IllegalArgumentException if a length does not fit
   */
  Tail(
      String id,
      LocalDate start,
      float[] sales,
      int futureSteps,
      List<float[]> known,
      List<float[]> past,
      List<Optional<String>> statics,
      float[] backtest) {
    check(id, sales.length >= 1 && sales.length <= Context.STEPS);
    check(id, futureSteps >= 0 && futureSteps <= Context.STEPS);
    check(id, known.stream().allMatch(values -> values.length == sales.length + futureSteps));
    check(id, past.stream().allMatch(values -> values.length == sales.length));
    check(id, backtest.length <= sales.length);
    this.id = id;
    this.start = start;
    this.sales = sales;
    this.futureSteps = futureSteps;
    this.known = List.copyOf(known);
    this.past = List.copyOf(past);
    this.statics = List.copyOf(statics);
    this.backtest = backtest;
  }

  private static void check(String id, boolean fits) {
    if (!fits) {
      throw new IllegalArgumentException("the steps of series \"" + id + "\" do not fit together");
    }
  }

  /** The name of the series. */
  public String id() {
    return id;
  }

  /** The date of step 0. */
  public LocalDate start() {
    return start;
  }

  /** The number of steps kept, from 1 to {@link Context#STEPS}; the last has a sale. */
  public int length() {
    return sales.length;
  }

  /** Steps after the last sale for which known covariates are given. */
  public int futureSteps() {
    return futureSteps;
  }

  /**
   * The units sold in a step, NaN where missing.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= step < length()}
   */
  public float sales(int step) {
    return sales[step];
  }

  /**
   * The value of a covariate that is known ahead, NaN where there is none.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= step < length() + futureSteps()}, or if
   *     there is no such column
   */
  public float known(int column, int step) {
    return known.get(column)[step];
  }

  /**
   * The value of a covariate that is known only afterwards, NaN where there is none.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= step < length()}, or if there is no such
   *     column
   */
  public float past(int column, int step) {
    return past.get(column)[step];
  }

  /**
   * The category in a static column; empty if it has none.
   *
   * @throws IndexOutOfBoundsException if there is no such column
   */
  public Optional<String> staticValue(int column) {
    return statics.get(column);
  }

  /** How many of the last steps were held back in training and predicted. */
  public int backtestSteps() {
    return backtest.length;
  }

  /**
   * The units predicted for a step of the past, NaN where none were.
   *
   * @throws IndexOutOfBoundsException unless {@code length() - backtestSteps() <= step < length()}
   */
  public float backtest(int step) {
    return backtest[step - (sales.length - backtest.length)];
  }

  /** Whether the tail has as many columns of each role. */
  boolean hasColumns(int knownColumns, int pastColumns, int staticColumns) {
    return known.size() == knownColumns
        && past.size() == pastColumns
        && statics.size() == staticColumns;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tail tail
        && id.equals(tail.id)
        && start.equals(tail.start)
        && futureSteps == tail.futureSteps
        && statics.equals(tail.statics)
        && Arrays.equals(sales, tail.sales)
        && Arrays.equals(backtest, tail.backtest)
        && equal(known, tail.known)
        && equal(past, tail.past);
  }

  private static boolean equal(List<float[]> one, List<float[]> other) {
    return Arrays.deepEquals(one.toArray(), other.toArray());
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, start, Arrays.hashCode(sales));
  }

  @Override
  public String toString() {
    return id + " from " + start + ": " + sales.length + " steps";
  }
}
