package shelfcast.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import shelfcast.command.ExitCode;
import shelfcast.command.Failure;
import shelfcast.store.Location;

/**
 * The object that an EventBridge event names: which bucket it was put into, and as what.
 *
 * @param bucket the bucket's name
 * @param key the object's key, as it is: EventBridge, unlike S3's own notifications, does not
 *     encode it
 */
record S3Event(String bucket, String key) {
  private static final String CREATED = "Object Created";

  /**
   * Reads an event. It may be S3's "Object Created" event as EventBridge delivers or replays it,
   * its {@code detail} alone, or the entry of our own source that {@code shelfcast-trigger
   * --put-entry} prints, alone or in a list of one, whose {@code Detail} is JSON within a string.
   *
   * @param source where it was read from, for messages
   * @param json the event
   * @throws Failure bad usage, if it is no such event
   */
  static S3Event parse(String source, String json) {
    JsonNode event = read(source, json);
    if (event.isArray() && event.size() == 1) {
      event = event.get(0);
    }
    String type = event.path("detail-type").asText(event.path("DetailType").asText(CREATED));
    if (!type.equals(CREATED)) {
      throw bad(source, "its type is \"" + type + "\"");
    }
    JsonNode detail = event;
    if (event.path("Detail").isTextual()) {
      detail = read(source, event.get("Detail").textValue());
    } else if (event.has("detail")) {
      detail = event.get("detail");
    }
    JsonNode bucket = detail.path("bucket").path("name");
    JsonNode key = detail.path("object").path("key");
    if (!bucket.isTextual() || !key.isTextual()) {
      throw bad(source, "it has no detail.bucket.name or no detail.object.key");
    }
    try {
      Location.parse("s3://" + bucket.textValue()).resolve(key.textValue());
    } catch (IllegalArgumentException e) {
      throw bad(source, e.getMessage());
    }
    return new S3Event(bucket.textValue(), key.textValue());
  }

  private static JsonNode read(String source, String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw bad(source, "it is not JSON: " + e.getOriginalMessage());
    }
  }

  private static Failure bad(String source, String reason) {
    return new Failure(
        ExitCode.USAGE,
        "--event "
            + source
            + " is no S3 \"Object Created\" event: "
            + reason
            + ". shelfcast-trigger prints one to compare with.");
  }
}
