package shelfcast.datagen;

import java.time.LocalDate;

/**
 * Made-up sales of one series, day by day.
 *
 * <p>A series that sells regularly is, in units a day,
 *
 * <pre>
 * sales = centre + room · tanh(x / 200)     room = min(centre − 100, 500 − centre)
 * x     = weekday + year + trend + promotion + drift + noise
 * drift = 0.85 · drift of yesterday + normal(0, 22)     noise = normal(0, 20)
 * </pre>
 *
 * rounded to whole units. The hyperbolic tangent keeps every value within 100 to 500 without a wall
 * that values pile up at: x rarely leaves ±200. Drift, year and promotions last for days, so that
 * yesterday and the last week tell much about today; weekdays and noise see to it that they do not
 * tell all.
 *
 * <p>A series that sells rarely has no sales on most days and a few units on the others: on a day
 * that sells, once in three to twelve days and twice as often under a promotion, 1 unit plus a
 * geometric number of further ones.
 */
final class SeriesSales {
  static final int LOWEST = 100;
  static final int HIGHEST = 500;

  private static final double[] WEEK = {-24, -33, -20, -6, 26, 50, 7};
  private static final double YEAR = 365.25;
  private static final double DRIFT_KEPT = 0.85;
  private static final double DRIFT_STEP = 22;
  private static final double NOISE = 20;
  private static final double SOFTNESS = 200;
  private static final double PROMOTION_STARTS = 1 / 35.0;
  private static final double MORE_UNITS = 0.35;

  private final SplitMix chance;
  private final boolean intermittent;
  private final double centre;
  private final double room;
  private final double weekdays;
  private final double yearHeight;
  private final double yearPeak;
  private final double trend;
  private final double price;
  private final double sellingDay;
  private final int firstWeekday;
  private final int firstDayOfYear;

  private int day = -1;
  private double drift;
  private int promotionLeft;
  private double discount;
  private int sales;

  /** The sales of series {@code index}, from 0, of {@code plan}, before its first day. */
  SeriesSales(Plan plan, long index) {
    SplitMix own = new SplitMix(plan.seed(), 4 * index);
    SplitMix store = plan.store(index).map(s -> new SplitMix(plan.seed(), 4 * s + 1)).orElse(own);
    SplitMix item = plan.item(index).map(i -> new SplitMix(plan.seed(), 4 * i + 2)).orElse(own);
    centre = 300 + store.uniform(-40, 40) + item.uniform(-40, 40);
    room = Math.min(centre - LOWEST, HIGHEST - centre);
    weekdays = store.uniform(0.7, 1.3);
    yearHeight = item.uniform(25, 55);
    yearPeak = item.uniform();
    trend = item.uniform(-50, 70);
    price = Math.round(100 * item.uniform(1, 20)) / 100.0;
    sellingDay = 1 / item.uniform(3, 12);
    intermittent = plan.isIntermittent(index);
    chance = new SplitMix(plan.seed(), 4 * index + 3);
    drift = chance.normal() * DRIFT_STEP / StrictMath.sqrt(1 - DRIFT_KEPT * DRIFT_KEPT);
    LocalDate start = plan.start();
    firstWeekday = start.getDayOfWeek().ordinal();
    firstDayOfYear = start.getDayOfYear();
  }

  /** Goes on to the next day; the first call goes to the first day. */
  void nextDay() {
    day++;
    if (promotionLeft > 0) {
      promotionLeft--;
    } else if (chance.happens(PROMOTION_STARTS)) {
      promotionLeft = 4 + (int) (6 * chance.uniform());
      discount = 0.1 + 0.05 * (int) (5 * chance.uniform());
    }
    sales = intermittent ? fewUnits() : units();
  }

  /** Units sold on the day. */
  int sales() {
    return sales;
  }

  /** Whether the series is on promotion on the day. */
  boolean promotion() {
    return promotionLeft > 0;
  }

  /** Price on the day, in hundredths: the series' own, less 10 to 30 % while on promotion. */
  int priceInCents() {
    return (int) Math.round(100 * price * (promotion() ? 1 - discount : 1));
  }

  private int units() {
    drift = DRIFT_KEPT * drift + DRIFT_STEP * chance.normal();
    double position = (firstDayOfYear + day) / YEAR - yearPeak;
    double x =
        weekdays * WEEK[(firstWeekday + day) % 7]
            + yearHeight * StrictMath.cos(2 * StrictMath.PI * position)
            + trend * StrictMath.tanh(day / (2 * YEAR))
            + (promotion() ? 250 * discount : 0)
            + drift
            + NOISE * chance.normal();
    return (int) Math.round(centre + room * StrictMath.tanh(x / SOFTNESS));
  }

  private int fewUnits() {
    if (!chance.happens(promotion() ? 2 * sellingDay : sellingDay)) {
      return 0;
    }
    int units = 1;
    while (chance.happens(MORE_UNITS)) {
      units++;
    }
    return units;
  }
}
