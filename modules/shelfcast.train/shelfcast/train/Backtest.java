package shelfcast.train;

import shelfcast.command.Launcher;

/** {@code shelfcast-backtest}. */
final class Backtest {
  private Backtest() {}

  /** Runs the program and exits. */
  public static void main(String[] arguments) {
    Launcher.main(
        new ToCome(
            "shelfcast-backtest",
            "Measures a recipe from many past dates of a panel, beside simple baselines."),
        arguments);
  }
}
