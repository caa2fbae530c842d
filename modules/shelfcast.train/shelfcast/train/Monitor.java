package shelfcast.train;

import shelfcast.command.Launcher;

/** {@code shelfcast-monitor}. */
final class Monitor {
  private Monitor() {}

  /** Runs the program and exits. */
  public static void main(String[] arguments) {
    Launcher.main(
        new ToCome(
            "shelfcast-monitor",
            "Scores past forecasts by what has since been sold, and looks for drift."),
        arguments);
  }
}
