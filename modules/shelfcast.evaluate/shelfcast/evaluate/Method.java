package shelfcast.evaluate;

/** The ways to forecast the next day that stand side by side in every judgement. */
public enum Method {
  /** The network under judgement, asked exactly as {@code /predict} asks it. */
  MODEL("model", "this model"),
  /** Tomorrow is today: {@code lag_1}. */
  NAIVE("naive", "naive (as the day before)"),
  /** Tomorrow is the same weekday of last week; in weekly data, the same week of last year. */
  SEASONAL_NAIVE("seasonal_naive", "seasonal naive (as one season before)"),
  /** Tomorrow is the mean of the last seven days: {@code rolling_mean_7}. */
  ROLLING_MEAN("rolling_mean_7", "mean of the last seven"),
  /** Tomorrow is the mean of everything before the tail. */
  TRAINING_MEAN("training_mean", "mean of all before"),
  /** A straight line through {@code lag_1} and {@code rolling_mean_7}, one for each series. */
  LEAST_SQUARES("least_squares", "least squares on the same two features");

  private final String field;
  private final String title;

  Method(String field, String title) {
    this.field = field;
    this.title = title;
  }

  /** The name in manifests and metrics, such as {@code seasonal_naive}. */
  public String field() {
    return field;
  }

  /** The name for people. */
  public String title() {
    return title;
  }
}
