package shelfcast.evaluate;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A plot of units by date as inline SVG: what was sold as a line with dots, the forecast as a line
 * over it.
 *
 * @param title what is shown
 * @param dates the dates, ascending, at least one
 * @param actual units sold on each date
 * @param forecast units forecast for each date
 */
record LinePlot(String title, List<LocalDate> dates, float[] actual, float[] forecast) {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 260;
  private static final int LEFT = 64;
  private static final int RIGHT = 12;
  private static final int TOP = 12;
  private static final int BOTTOM = 28;
  private static final int DATE_LABELS = 6;

  String svg() {
    double maximum = maximum();
    double minimum = minimum();
    double step = tick((maximum - minimum) / 4);
    int highest = (int) Math.max(1, Math.ceil(maximum / step));
    int lowest = (int) Math.floor(minimum / step);
    double top = highest * step;
    double bottom = lowest * step;
    var svg = new StringBuilder();
    svg.append(
        text(
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n",
            WIDTH, HEIGHT, Html.escape(title)));
    String label = labelFormat(step, Math.max(top, -bottom));
    for (int tick = lowest; tick <= highest; tick++) {
      double y = y(tick * step, bottom, top);
      svg.append(
          text(
              "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>\n",
              LEFT, WIDTH - RIGHT, y, y));
      svg.append(
          text(
              "<text class=\"tick\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>\n",
              LEFT - 6, y + 4, text(label, tick * step)));
    }
    int every = Math.max(1, (dates.size() + DATE_LABELS - 1) / DATE_LABELS);
    for (int i = 0; i < dates.size(); i += every) {
      svg.append(
          text(
              "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>\n",
              x(i), HEIGHT - 8, dates.get(i)));
    }
    line(svg, "actual", actual, bottom, top);
    for (int i = 0; i < actual.length; i++) {
      svg.append(
          text(
              "<circle class=\"actual\" cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\"/>\n",
              x(i), y(actual[i], bottom, top)));
    }
    line(svg, "forecast", forecast, bottom, top);
    return svg.append("</svg>\n").toString();
  }

  private void line(StringBuilder svg, String style, float[] units, double bottom, double top) {
    svg.append("<polyline class=\"").append(style).append("\" points=\"");
    for (int i = 0; i < units.length; i++) {
      svg.append(text(i == 0 ? "%.1f,%.1f" : " %.1f,%.1f", x(i), y(units[i], bottom, top)));
    }
    svg.append("\"/>\n");
  }

  private double x(int index) {
    double share = dates.size() == 1 ? 0.5 : (double) index / (dates.size() - 1);
    // Half a date label of room on each side, so that the first and last labels are not cut.
    return LEFT + 34 + share * (WIDTH - LEFT - RIGHT - 68);
  }

  private static double y(double units, double bottom, double top) {
    return TOP + (top - units) / (top - bottom) * (HEIGHT - TOP - BOTTOM);
  }

  private double maximum() {
    double maximum = 0;
    for (int i = 0; i < actual.length; i++) {
      maximum = Math.max(maximum, Math.max(actual[i], forecast[i]));
    }
    return maximum;
  }

  private double minimum() {
    double minimum = 0;
    for (int i = 0; i < actual.length; i++) {
      minimum = Math.min(minimum, Math.min(actual[i], forecast[i]));
    }
    return minimum;
  }

  /** The smallest of 1, 2, 5 times a power of ten that is not below {@code atLeast}. */
  private static double tick(double atLeast) {
    if (!(atLeast > 0)) {
      return 1;
    }
    double power = StrictMath.pow(10, Math.floor(StrictMath.log10(atLeast)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= atLeast) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  /** Digits in full where they fit beside the plot, as many after the point as a step has. */
  private static String labelFormat(double step, double largest) {
    if (largest >= 1e7 || step < 1e-4) {
      return "%.1e";
    }
    return "%." + (int) Math.max(0, -Math.floor(StrictMath.log10(step))) + "f";
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
