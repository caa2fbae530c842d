package shelfcast.datagen;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The event that S3 sends to EventBridge when an object was put, in the shape that the S3 User
 * Guide documents under "EventBridge event message structure":
 *
 * <pre>
 * {"version":"0", "id":UUID, "detail-type":"Object Created", "source":"aws.s3",
 *  "account":"111122223333", "time":"2021-11-12T00:00:00Z", "region":"ca-central-1",
 *  "resources":["arn:aws:s3:::BUCKET"],
 *  "detail":{"version":"0", "event-version":"1.0", "bucket":{"name":BUCKET},
 *            "object":{"key":KEY, "size":BYTES, "etag":ETAG, "version-id":VERSION,
 *                      "sequencer":HEX},
 *            "request-id":…, "requester":ACCOUNT, "source-ip-address":…, "reason":"PutObject"}}
 * </pre>
 *
 * <p>Who reads it should know: the key is written as it is, not URL-encoded as in the older S3
 * notifications; {@code version-id} is there for versioned buckets only, {@code event-version} is
 * missing in older descriptions of the event, and fields may be added; a rule's target may be
 * handed only {@code detail}; events arrive at least once and in any order, {@code sequencer}
 * (compared as hexadecimal numbers) orders those of one key. A custom event that PutEvents brought
 * has the same {@code detail} under our own {@code source}.
 *
 * @param id names the event; the request id is made from it, too
 * @param time when the object was put; whole seconds are stated
 * @param region of the bucket
 * @param account 12 digits, owner of the bucket
 * @param bucket name of the bucket
 * @param key name of the object in the bucket
 * @param size in bytes
 * @param etag without quotes
 * @param versionId version of the object, in a versioned bucket
 */
record ObjectCreated(
    UUID id,
    Instant time,
    String region,
    String account,
    String bucket,
    String key,
    long size,
    String etag,
    Optional<String> versionId) {

  /** Source of our custom events: PutEvents refuses sources that begin with {@code aws.}. */
  private static final String OUR_SOURCE = "shelfcast";

  private static final String DETAIL_TYPE = "Object Created";
  private static final JsonFactory JSON = new JsonFactory();

  /** The whole event, as a rule's target gets it. */
  String event() throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeStringField("version", "0");
      json.writeStringField("id", id.toString());
      json.writeStringField("detail-type", DETAIL_TYPE);
      json.writeStringField("source", "aws.s3");
      json.writeStringField("account", account);
      json.writeStringField("time", seconds().toString());
      json.writeStringField("region", region);
      writeResources(json, "resources");
      json.writeFieldName("detail");
      writeDetail(json);
      json.writeEndObject();
    }
    return text.toString();
  }

  /**
   * The array of one entry that {@code aws events put-events --entries} takes, with {@code Detail}
   * as text.
   */
  String putEventsEntries() throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartArray();
      json.writeStartObject();
      json.writeStringField("Time", seconds().toString());
      json.writeStringField("Source", OUR_SOURCE);
      writeResources(json, "Resources");
      json.writeStringField("DetailType", DETAIL_TYPE);
      json.writeStringField("Detail", detail());
      json.writeEndObject();
      json.writeEndArray();
    }
    return text.toString();
  }

  private String detail() throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      writeDetail(json);
    }
    return text.toString();
  }

  private void writeResources(JsonGenerator json, String name) throws IOException {
    json.writeArrayFieldStart(name);
    json.writeString("arn:aws:s3:::" + bucket);
    json.writeEndArray();
  }

  private void writeDetail(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("version", "0");
    json.writeStringField("event-version", "1.0");
    json.writeObjectFieldStart("bucket");
    json.writeStringField("name", bucket);
    json.writeEndObject();
    json.writeObjectFieldStart("object");
    json.writeStringField("key", key);
    json.writeNumberField("size", size);
    json.writeStringField("etag", etag);
    if (versionId.isPresent()) {
      json.writeStringField("version-id", versionId.get());
    }
    json.writeStringField("sequencer", sequencer());
    json.writeEndObject();
    json.writeStringField("request-id", requestId());
    json.writeStringField("requester", account);
    json.writeStringField("source-ip-address", "127.0.0.1");
    json.writeStringField("reason", "PutObject");
    json.writeEndObject();
  }

  private Instant seconds() {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * 16 hexadecimal digits that grow with time, as S3's do: seconds of the epoch, then nanoseconds.
   */
  private String sequencer() {
    return String.format(Locale.ROOT, "%08x%08x", time.getEpochSecond(), time.getNano());
  }

  /** 16 capitals and digits, the form of S3's. */
  private String requestId() {
    String digits = Long.toString(id.getMostSignificantBits() >>> 1, 36);
    return ("0".repeat(16) + digits).substring(digits.length()).toUpperCase(Locale.ROOT);
  }
}
