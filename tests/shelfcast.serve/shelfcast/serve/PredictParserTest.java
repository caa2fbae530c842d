package shelfcast.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredictParserTest {
  private static PredictParser.Outcome parse(byte[] body) {
    return PredictParser.parse(body, body.length);
  }

  private static Problem refused(byte[] body) {
    return assertInstanceOf(PredictParser.Outcome.Refused.class, parse(body)).problem();
  }

  private static Problem refused(String body) {
    return refused(body.getBytes(StandardCharsets.UTF_8));
  }

  private static PredictRequest accepted(String body) {
    return assertInstanceOf(
            PredictParser.Outcome.Accepted.class, parse(body.getBytes(StandardCharsets.UTF_8)))
        .request();
  }

  @Test
  void readsTheSeedsBody() {
    assertEquals(
        new PredictRequest(300, 300, Optional.empty()),
        accepted("{\"lag_1\": 300, \"rolling_mean_7\": 300}"));
  }

  @Test
  void readsASeriesInAnyOrderOfFields() {
    assertEquals(
        new PredictRequest(0, 1.5e2, Optional.of("Brötchen")),
        accepted("{\"series_id\":\"Brötchen\",\"rolling_mean_7\":1.5e2,\"lag_1\":0}"));
  }

  @Test
  void readsANumberOfAnyLength() {
    String long300 = "300." + "0".repeat(100_000);
    String longInteger = "1" + "0".repeat(300);
    assertEquals(
        new PredictRequest(300, 1e300, Optional.empty()),
        accepted("{\"lag_1\":" + long300 + ",\"rolling_mean_7\":" + longInteger + "}"));
  }

  @Test
  void skipsAByteOrderMark() {
    assertEquals(
        new PredictRequest(1, 2, Optional.empty()),
        accepted("\uFEFF{\"lag_1\":1,\"rolling_mean_7\":2}"));
  }

  @Test
  void takesMinusZeroForZero() {
    assertEquals(0, accepted("{\"lag_1\":-0.0,\"rolling_mean_7\":-0}").lag1(), 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n",
        "lag_1=300&rolling_mean_7=300",
        "{",
        "{\"lag_1\":300",
        "{\"lag_1\":300,\"rolling_mean_7\":300",
        "{\"lag_1\":300,\"rolling_mean_7\":300,}",
        "{'lag_1':300,'rolling_mean_7':300}",
        "{lag_1:300,rolling_mean_7:300}",
        "{\"lag_1\":NaN,\"rolling_mean_7\":300}",
        "{\"lag_1\":Infinity,\"rolling_mean_7\":300}",
        "{\"lag_1\":-Infinity,\"rolling_mean_7\":300}",
        "{\"lag_1\":+3,\"rolling_mean_7\":300}",
        "{\"lag_1\":.3,\"rolling_mean_7\":300}",
        "{\"lag_1\":3.,\"rolling_mean_7\":300}",
        "{\"lag_1\":03,\"rolling_mean_7\":300}",
        "{\"lag_1\":0x3,\"rolling_mean_7\":300}",
        "{\"lag_1\":300,\"rolling_mean_7\":300}{}",
        "{\"lag_1\":300,\"rolling_mean_7\":300} x",
        "{\"lag_1\":300,\"rolling_mean_7\":300} // done",
        "{\"lag_1\":300,\"rolling_mean_7\":300,\"series_id\":\"a\tb\"}",
        "{\"lag_1\":300,\"rolling_mean_7\":300,\"series_id\":\"\\x\"}",
        "[1,2",
        "[NaN]",
        "nul",
        "\u0000{\"lag_1\":1,\"rolling_mean_7\":2}"
      })
  void refusesWhatIsNotJson(String body) {
    Problem problem = refused(body);
    assertEquals(400, problem.kind().status(), problem::toString);
    assertEquals(List.of(""), problem.faults().stream().map(Fault::pointer).toList());
    assertFalse(problem.detail().matches(".*(Source|Feature|JSON String).*"), problem::detail);
  }

  @Test
  void saysWhereTheJsonEnds() {
    String detail = refused("{\"lag_1\":NaN,\"rolling_mean_7\":300}").detail();
    assertTrue(detail.startsWith("At line 1, column 1"), detail);
    assertTrue(detail.contains("NaN"), detail);
  }

  @ParameterizedTest
  @ValueSource(strings = {"C0 80", "ED A0 80", "F5 80 80 80", "FF", "E2 82", "80"})
  void refusesBytesThatAreNotUtf8(String hex) {
    byte[] inside =
        "{\"lag_1\":1,\"rolling_mean_7\":2,\"x\":\"?\"}".getBytes(StandardCharsets.UTF_8);
    byte[] wrong = HexFormat.ofDelimiter(" ").parseHex(hex);
    int hole = inside.length - 3;
    byte[] body = new byte[inside.length - 1 + wrong.length];
    System.arraycopy(inside, 0, body, 0, hole);
    System.arraycopy(wrong, 0, body, hole, wrong.length);
    System.arraycopy(inside, hole + 1, body, hole + wrong.length, inside.length - hole - 1);
    assertEquals(400, refused(body).kind().status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE"})
  void refusesJsonInAnotherEncoding(String charset) {
    byte[] body = "{\"lag_1\":1,\"rolling_mean_7\":2}".getBytes(Charset.forName(charset));
    assertEquals(400, refused(body).kind().status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          []                                               |                 | must be an object
          [300,300]                                        |                 | not an array
          "text"                                           |                 | not a string
          null                                             |                 | not null
          true                                             |                 | not a boolean
          3                                                |                 | not a number
          {"lag_1":-1,"rolling_mean_7":2}                  | /lag_1          | must not be negative
          {"lag_1":1e400,"rolling_mean_7":2}               | /lag_1          | too large
          {"lag_1":1,"rolling_mean_7":-1e400}              | /rolling_mean_7 | too large
          {"lag_1":1}                                      | /rolling_mean_7 | is missing
          {"lag_1":"300","rolling_mean_7":2}               | /lag_1          | not a string
          {"lag_1":null,"rolling_mean_7":2}                | /lag_1          | not null
          {"lag_1":true,"rolling_mean_7":2}                | /lag_1          | not a boolean
          {"lag_1":[1,[2]],"rolling_mean_7":2}             | /lag_1          | not an array
          {"lag_1":{"lag_1":1},"rolling_mean_7":2}         | /lag_1          | not an object
          {"lag_1":1,"rolling_mean_7":2,"lag_2":3}         | /lag_2          | not a known field
          {"lag_1":1,"rolling_mean_7":2,"":3}              | /               | not a known field
          {"lag_1":1,"rolling_mean_7":2,"a/b~c":3}         | /a~1b~0c        | not a known field
          {"lag_1":1,"rolling_mean_7":2,"LAG_1":[{"x":1}]} | /LAG_1          | not a known field
          {"lag_1":1,"lag_1":1,"rolling_mean_7":2}         | /lag_1          | more than once
          {"lag_1":1,"rolling_mean_7":2,"series_id":7}     | /series_id      | must be a string
          {"lag_1":1,"rolling_mean_7":2,"series_id":null}  | /series_id      | not null
          """)
  void refusesJsonThatIsNotARequest(String body, String pointer, String detail) {
    Problem problem = refused(body);
    assertEquals(422, problem.kind().status(), problem::toString);
    assertEquals(1, problem.faults().size(), problem::toString);
    Fault fault = problem.faults().getFirst();
    assertEquals(pointer == null ? "" : pointer, fault.pointer());
    assertTrue(fault.detail().contains(detail), fault::toString);
  }

  @Test
  void namesEverythingThatIsWrong() {
    Problem problem =
        refused("{\"lag_1\":-1,\"rolling_mean_7\":\"x\",\"more\":[],\"series_id\":{}}");
    assertEquals(
        List.of("/lag_1", "/rolling_mean_7", "/more", "/series_id"),
        problem.faults().stream().map(Fault::pointer).toList());
  }

  @Test
  void namesTwentyOfAThousandFaults() {
    StringBuilder body = new StringBuilder("{\"lag_1\":1,\"rolling_mean_7\":1");
    for (int i = 0; i < 1000; i++) {
      body.append(",\"x").append(i).append("\":0");
    }
    assertEquals(20, refused(body.append('}').toString()).faults().size());
  }

  @Test
  void refusesDeepNestingAsUnacceptable() {
    String deep = "[".repeat(500_000);
    assertEquals(422, refused("{\"lag_1\":" + deep).kind().status());
    assertEquals(422, refused(deep).kind().status());
  }

  @Test
  void repeatsOnlyTextThatCanBeSentAgain() {
    String longName = "n".repeat(1000);
    Problem problem = refused("{\"a\\u0007\":1,\"" + longName + "\":1}");
    assertEquals("/a\uFFFD", problem.faults().getFirst().pointer());
    assertEquals("/" + "n".repeat(80) + "…", problem.faults().get(1).pointer());
    assertEquals("a\uFFFDb \uD83D\uDE00", Quoted.clean("a\uD800b \uD83D\uDE00"));
  }
}
