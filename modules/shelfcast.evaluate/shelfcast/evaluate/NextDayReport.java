package shelfcast.evaluate;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import shelfcast.model.Gate;
import shelfcast.model.Lineage;

/**
 * The judgement of a next-day model as one self-contained HTML page: what was decided and why, the
 * methods side by side, the largest series with what was sold and what was forecast, the data and
 * the settings.
 *
 * @param judgement how the methods did on the tail
 * @param gate what was decided
 * @param data what the model was trained on
 * @param config the settings in effect, by key
 */
public record NextDayReport(
    Judgement judgement, Gate gate, Lineage data, Map<String, String> config) {
  private static final int PLOTS = 6;

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --soft: #d0d7de;
        --sold: #57606a; --ours: #0969da; }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #e6edf3; --paper: #0d1117; --soft: #30363d; --sold: #9da7b1;
          --ours: #58a6ff; } }
      body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
        max-width: 760px; margin: 2rem auto; padding: 0 1rem; }
      table { border-collapse: collapse; width: 100%; }
      th, td { text-align: right; padding: .3rem .6rem; border-bottom: 1px solid var(--soft); }
      th:first-child, td:first-child { text-align: left; }
      tr.model { font-weight: bold; }
      svg { width: 100%; height: auto; }
      .grid { stroke: var(--soft); } .tick { fill: var(--ink); font-size: 11px; }
      polyline { fill: none; stroke-width: 2; }
      polyline.actual { stroke: var(--sold); stroke-width: 1; } circle.actual { fill: var(--sold); }
      polyline.forecast { stroke: var(--ours); }
      .key { color: var(--sold); } .key b { color: var(--ours); }
      """;

  /** The page; the same judgement gives the same text. */
  public String html() {
    var html = new StringBuilder();
    html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>Shelfcast: next-day report</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<h1>Next-day forecasts, judged</h1>\n");
    paragraph(html, "%s", gate.reason());
    paragraph(
        html,
        "Each day from %s to %s was forecast from the days before it, by a network that was trained"
            + " and scaled without any of them: %d forecasts over %d series. The published network"
            + " was then fitted again, in the same way, on all the data.",
        judgement.from(),
        judgement.to(),
        judgement.overall().get(Method.MODEL).count(),
        judgement.series().size());
    methods(html);
    plots(html);
    html.append("<h2>Data</h2>\n");
    paragraph(
        html,
        "%s: %d rows, %d series, sold from %s to %s. SHA-256 %s.",
        data.uri(),
        data.rows(),
        data.series(),
        data.firstDate(),
        data.lastDate(),
        data.sha256());
    html.append("<h2>Settings</h2>\n<table>\n");
    config.forEach((key, value) ->
        html.append(
            "<tr><td>%s</td><td>%s</td></tr>\n".formatted(Html.escape(key), Html.escape(value))));
    return html.append("</table>\n</body>\n</html>\n").toString();
  }

  private void methods(StringBuilder html) {
    html.append("<h2>Beside simpler methods</h2>\n<table>\n<tr><th>Method</th><th>MAE</th>")
        .append("<th>RMSE</th><th>WAPE</th><th>MASE</th><th>Bias</th></tr>\n");
    judgement
        .overall()
        .forEach((method, accuracy) ->
            html.append(
                    "<tr class=\"%s\"><td>%s</td>"
                        .formatted(method.field(), Html.escape(method.title())))
                .append(cell("%.2f", accuracy.mae()))
                .append(cell("%.2f", accuracy.rmse()))
                .append(cell("%.1f %%", accuracy.wape() * 100))
                .append(cell("%.3f", accuracy.mase()))
                .append(cell("%+.2f", accuracy.bias()))
                .append("</tr>\n"));
    html.append("</table>\n");
    paragraph(
        html, "MAE, RMSE and bias are in units sold. Lower is better; bias is best near zero.");
  }

  private void plots(StringBuilder html) {
    html.append("<h2>Sold and forecast</h2>\n")
        .append("<p class=\"key\">dots: sold, <b>line: forecast</b></p>\n");
    judgement.series().stream()
        .sorted(Comparator.comparingDouble(NextDayReport::sold).reversed())
        .limit(PLOTS)
        .forEach(series ->
            html.append("<h3>")
                .append(Html.escape(series.id()))
                .append("</h3>\n")
                .append(
                    new LinePlot(
                            "Series " + series.id() + ", units sold and forecast by date",
                            series.dates(),
                            series.actual(),
                            series.forecast())
                        .svg()));
    if (judgement.series().size() > PLOTS) {
      paragraph(html, "The %d largest of %d series are shown.", PLOTS, judgement.series().size());
    }
  }

  private static double sold(Judgement.SeriesJudgement series) {
    double sum = 0;
    for (float units : series.actual()) {
      sum += units;
    }
    return sum;
  }

  /** Digits are the same in every locale, so that the page is. */
  private static void paragraph(StringBuilder html, String format, Object... values) {
    String text = String.format(Locale.ROOT, format, values);
    html.append("<p>").append(Html.escape(text)).append("</p>\n");
  }

  private static String cell(String format, double value) {
    String text = Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "–";
    return "<td>" + text + "</td>";
  }
}
