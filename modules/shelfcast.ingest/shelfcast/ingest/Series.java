package shelfcast.ingest;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One product and store history on an unbroken grid of steps. Step 0 is the first sale, step {@code
 * length() - 1} the last; covariates that are known ahead may run on for {@link #futureSteps()}
 * steps. Immutable, and safe for any number of threads.
 */
public final class Series {
  private final String id;
  private final Frequency frequency;
  private final LocalDate start;
  private final float[] sales;
  private final Map<String, float[]> known;
  private final Map<String, float[]> past;
  private final Map<String, String> statics;
  private final int futureSteps;

  /**
   * A series that takes the arrays over: whoever made them does not write to them again.
   *
   * @param sales units by step, NaN where missing; the first and the last are there
   * @param known by column, units of its own, at least {@code sales.length} steps, all of one
   *     length
   * @param past by column, exactly {@code sales.length} steps
   * @param statics by column; an empty text is no category
   */
  Series(
      String id,
      Frequency frequency,
      LocalDate start,
      float[] sales,
      Map<String, float[]> known,
      Map<String, float[]> past,
      Map<String, String> statics) {
    this.id = id;
    this.frequency = frequency;
    this.start = start;
    this.sales = sales;
    this.known = Map.copyOf(known);
    this.past = Map.copyOf(past);
    this.statics = Map.copyOf(statics);
    this.futureSteps =
        known.values().stream().findAny().map(values -> values.length - sales.length).orElse(0);
  }

  /**
   * A series without covariates.
   *
   * @param id its name
   * @param frequency its step
   * @param start the date of the first value
   * @param sales units by step, NaN where missing; the first and the last must be there
   * @throws IllegalArgumentException if there is no first or last sale
   */
  public static Series of(String id, Frequency frequency, LocalDate start, float... sales) {
    if (sales.length == 0 || Float.isNaN(sales[0]) || Float.isNaN(sales[sales.length - 1])) {
      throw new IllegalArgumentException("series " + id + " must start and end with a sale");
    }
    return new Series(id, frequency, start, sales.clone(), Map.of(), Map.of(), Map.of());
  }

  /** The series' name: its columns' values joined by {@code /}, or {@code all}. */
  public String id() {
    return id;
  }

  /** The step from one date to the next. */
  public Frequency frequency() {
    return frequency;
  }

  /** The date of the first sale, step 0. */
  public LocalDate start() {
    return start;
  }

  /** Steps from the first sale to the last, both included; at least 1. */
  public int length() {
    return sales.length;
  }

  /** Steps after the last sale for which covariates that are known ahead are given. */
  public int futureSteps() {
    return futureSteps;
  }

  /** How many steps lie on or before a date: none before the start, at most {@link #length()}. */
  public int stepsUpTo(LocalDate last) {
    int steps = Math.clamp(frequency.between(start, last) + 1, 0, sales.length);
    // The step counted last may lie some days after the date: weeks and months are counted whole.
    return steps > 0 && date(steps - 1).isAfter(last) ? steps - 1 : steps;
  }

  /** The date of a step, which may lie outside the series. */
  public LocalDate date(int step) {
    return frequency.plus(start, step);
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
   * A copy of the units sold in the steps {@code from} (included) to {@code to} (excluded), NaN
   * where missing.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= from <= to <= length()}
   */
  public float[] sales(int from, int to) {
    Objects.checkFromToIndex(from, to, sales.length);
    return Arrays.copyOfRange(sales, from, to);
  }

  /**
   * The value of a covariate in a step, NaN where the file has none: in a gap, in an empty cell of
   * a past covariate, and for a past covariate in every future step.
   *
   * @throws IllegalArgumentException if the column is no covariate
   * @throws IndexOutOfBoundsException unless {@code 0 <= step < length() + futureSteps()}
   */
  public float covariate(String column, int step) {
    Objects.checkIndex(step, sales.length + futureSteps);
    float[] values = known.getOrDefault(column, past.get(column));
    if (values == null) {
      throw new IllegalArgumentException("\"" + column + "\" is no covariate of series " + id);
    }
    return step < values.length ? values[step] : Float.NaN;
  }

  /** The series' category in a static column; empty if the cell is, or there is no such column. */
  public Optional<String> staticValue(String column) {
    return Optional.ofNullable(statics.get(column)).filter(value -> !value.isEmpty());
  }
}
