package shelfcast.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class PredictParserProperties {
  private static final Set<Integer> REFUSALS = Set.of(400, 422);

  @Property(tries = 500)
  void everyNumberThatIsNotNegativeArrivesAsItIs(
      @ForAll @DoubleRange(min = 0, max = Double.MAX_VALUE) double lag1,
      @ForAll @DoubleRange(min = 0, max = 1e6) double mean) {
    byte[] body =
        ("{\"lag_1\":" + lag1 + ",\"rolling_mean_7\":" + mean + "}")
            .getBytes(StandardCharsets.UTF_8);
    assertEquals(
        new PredictRequest(lag1, mean, Optional.empty()),
        assertInstanceOf(
                PredictParser.Outcome.Accepted.class, PredictParser.parse(body, body.length))
            .request());
  }

  @Property(tries = 1000)
  void anyBytesAreARequestOrAProblemOfTheClient(@ForAll byte[] body) {
    check(body);
  }

  @Property(tries = 2000)
  void anythingMadeOfPiecesOfJsonIsARequestOrAProblemOfTheClient(
      @ForAll("almostJson") String body) {
    check(body.getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<String> almostJson() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\"lag_1\":",
            "\"rolling_mean_7\":",
            "\"series_id\":",
            "300",
            "-1",
            "1e400",
            "1e-400",
            "NaN",
            "null",
            "true",
            "\"a\"",
            "\"\\ud800\"",
            "\\u",
            " ",
            "\n",
            "\uFEFF",
            "\u0000",
            "é",
            "{\"lag_1\":1,\"rolling_mean_7\":2",
            "/*",
            "//",
            "#")
        .list()
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces));
  }

  private static void check(byte[] body) {
    switch (PredictParser.parse(body, body.length)) {
      case PredictParser.Outcome.Refused(Problem problem) -> {
        assertTrue(REFUSALS.contains(problem.kind().status()), problem::toString);
        assertTrue(problem.toJson("id").length > 0);
      }
      case PredictParser.Outcome.Accepted(PredictRequest request) -> {
        assertTrue(request.lag1() >= 0 && Double.isFinite(request.lag1()), request::toString);
        assertTrue(
            request.rollingMean7() >= 0 && Double.isFinite(request.rollingMean7()),
            request::toString);
      }
    }
  }
}
