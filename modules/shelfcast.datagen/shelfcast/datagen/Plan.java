package shelfcast.datagen;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is to be made up.
 *
 * @param seed where chance starts
 * @param start first day
 * @param days days of every series, at least 1
 * @param layout which series there are
 * @param intermittent share of the series that sell rarely, 0 to 1
 */
record Plan(long seed, LocalDate start, int days, Layout layout, double intermittent) {

  /** Which series there are, and so which columns the file has. */
  sealed interface Layout {
    /** How many series. */
    long series();
  }

  /** One series: {@code date,sales}. */
  record Single() implements Layout {
    @Override
    public long series() {
      return 1;
    }
  }

  /** Series that have nothing in common: {@code date,series_id,sales,promo,price}. */
  record Panel(long series) implements Layout {}

  /**
   * Every item in every store, items within stores: {@code
   * date,series_id,store,item,sales,promo,price}.
   */
  record Shops(int stores, int items) implements Layout {
    @Override
    public long series() {
      return (long) stores * items;
    }
  }

  /** How many rows the file will have below its header. */
  long rows() {
    return layout.series() * days;
  }

  /**
   * Whether series {@code index}, from 0, sells rarely. Such series are spread evenly, so that any
   * first part of the panel has the share that was asked for, to within one series.
   */
  boolean isIntermittent(long index) {
    return Math.floor((index + 1) * intermittent) > Math.floor(index * intermittent);
  }

  /** The store of series {@code index}, from 0; empty when there are no stores. */
  Optional<Long> store(long index) {
    return layout instanceof Shops shops ? Optional.of(index / shops.items()) : Optional.empty();
  }

  /** The item of series {@code index}, from 0; empty when there are no items. */
  Optional<Long> item(long index) {
    return layout instanceof Shops shops ? Optional.of(index % shops.items()) : Optional.empty();
  }
}
