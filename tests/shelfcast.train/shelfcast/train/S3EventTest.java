package shelfcast.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shelfcast.command.ExitCode;
import shelfcast.command.Failure;

class S3EventTest {
  private static final String DETAIL = "{'bucket':{'name':'sales'},'object':{'key':'in/a b+%20'}}";

  private static S3Event parse(String json) {
    return S3Event.parse("event.json", json.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'detail-type':'Object Created','detail':DETAIL}",
        "{'detail':DETAIL}",
        "DETAIL",
        "{'DetailType':'Object Created','Detail':'QUOTED'}",
        "[{'Detail':'QUOTED'}]"
      })
  void everyFormOfTheEventNamesTheObject(String json) {
    String quoted = DETAIL.replace("'", "\\'");
    S3Event event = parse(json.replace("DETAIL", DETAIL).replace("QUOTED", quoted));
    assertEquals(new S3Event("sales", "in/a b+%20"), event);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|detail.bucket.name",
        "null|detail.bucket.name",
        "[]|detail.bucket.name",
        "{'detail':{}}|detail.bucket.name",
        "{'detail':{'bucket':{'name':1},'object':{'key':'a'}}}|detail.bucket.name",
        "{oh|it is not JSON",
        "{'Detail':'{oh'}|it is not JSON",
        "{'detail-type':'Object Deleted','detail':DETAIL}|its type is \"Object Deleted\"",
        "{'bucket':{'name':'No Bucket'},'object':{'key':'a'}}|\"No Bucket\" cannot be",
        "{'bucket':{'name':'sales'},'object':{'key':''}}|cannot name an object",
        "{'bucket':{'name':'sales'},'object':{'key':'../a'}}|cannot name an object"
      })
  void whatIsNoSuchEventIsBadUsage(String json, String reason) {
    var failure = assertThrows(Failure.class, () -> parse(json.replace("DETAIL", DETAIL)));
    assertEquals(ExitCode.USAGE, failure.code());
    assertTrue(failure.getMessage().startsWith("--event event.json is no"), failure.getMessage());
    assertTrue(failure.getMessage().contains(reason), failure.getMessage());
  }

  @Test
  void aListOfTwoEventsIsNone() {
    assertThrows(Failure.class, () -> parse("[" + DETAIL + "," + DETAIL + "]"));
  }
}
