package shelfcast.train;

import shelfcast.command.Launcher;

/** {@code shelfcast-forecast}. */
final class Forecast {
  private Forecast() {}

  /** Runs the program and exits. */
  public static void main(String[] arguments) {
    Launcher.main(
        new ToCome("shelfcast-forecast", "Forecasts every series of a store, with ranges."),
        arguments);
  }
}
