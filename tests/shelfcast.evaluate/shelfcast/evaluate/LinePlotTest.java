package shelfcast.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LinePlotTest {
  private static final LocalDate DAY = LocalDate.of(2024, 1, 1);
  private static final Pattern TICK = Pattern.compile("text-anchor=\"end\">([^<]*)<");
  private static final Pattern HEIGHT = Pattern.compile(" c?y1?=\"([^\"]*)\"");

  private static String plot(float... actual) {
    var dates = DAY.datesUntil(DAY.plusDays(actual.length)).toList();
    return new LinePlot("units", dates, actual, actual).svg();
  }

  private static List<String> ticks(String svg) {
    return all(TICK, svg);
  }

  private static List<String> all(Pattern pattern, String svg) {
    return pattern.matcher(svg).results().map((MatchResult match) -> match.group(1)).toList();
  }

  @Test
  void theAxisCountsInRoundNumbers() {
    assertEquals(List.of("0", "50", "100", "150", "200"), ticks(plot(10, 180)));
    assertEquals(List.of("0.0", "0.2", "0.4", "0.6", "0.8"), ticks(plot(0.1f, 0.7f)));
    assertEquals(List.of("-200", "0", "200", "400"), ticks(plot(-100, 400)));
    assertEquals(List.of("0", "1"), ticks(plot(0, 0)));
    assertEquals(List.of("0.0e+00", "1.0e+38", "2.0e+38", "3.0e+38"), ticks(plot(0, 2.9e38f)));
  }

  @Property
  void noUnitsNeedManyTicksOrLieOutsideThePlot(@ForAll float one, @ForAll float other) {
    if (Float.isFinite(one) && Float.isFinite(other)) {
      String svg = plot(one, other);
      assertTrue(ticks(svg).size() <= 8, () -> ticks(svg).toString());
      for (String y : all(HEIGHT, svg)) {
        double height = Double.parseDouble(y);
        assertTrue(height >= 0 && height <= 260, svg);
      }
    }
  }

  @Test
  void digitsDoNotDependOnTheLocale() {
    Locale before = Locale.getDefault(Locale.Category.FORMAT);
    try {
      Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("ar-EG"));
      assertFalse(plot(1, 2).chars().anyMatch(c -> c > 127));
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, before);
    }
  }
}
