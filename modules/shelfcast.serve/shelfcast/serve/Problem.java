package shelfcast.serve;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/**
 * Why a request was not answered, as RFC 9457 ({@code application/problem+json}) tells it.
 *
 * @param kind the class of problem: status, type and title
 * @param detail what is wrong with this request and what to do about it
 * @param faults the places in the body that are wrong; empty unless the body was read
 */
record Problem(Kind kind, String detail, List<Fault> faults) {

  /** The classes of problem; {@code docs/api.md} lists them. */
  enum Kind {
    NOT_JSON(400, "not-json", "The body is not JSON"),
    BROKEN_BODY(400, "broken-body", "The body could not be read"),
    NOT_FOUND(404, "not-found", "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "This method is not for this path"),
    TOO_SLOW(408, "too-slow", "The body did not arrive in time"),
    TOO_LARGE(413, "too-large", "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "The body is not sent as JSON"),
    NOT_ACCEPTABLE_INPUT(422, "not-acceptable-input", "The body is JSON but cannot be answered"),
    INTERNAL(500, "internal", "The server failed"),
    NO_MODEL(503, "no-model", "No model is loaded yet"),
    DRAINING(503, "draining", "The server is stopping");

    private final int status;
    private final String name;
    private final String title;

    Kind(int status, String name, String title) {
      this.status = status;
      this.name = name;
      this.title = title;
    }

    int status() {
      return status;
    }
  }

  /** A problem that is not about places in the body. */
  Problem(Kind kind, String detail) {
    this(kind, detail, List.of());
  }

  /**
   * The problem as JSON, in UTF-8.
   *
   * @param requestId the id that the response's {@code X-Request-ID} header carries, too
   */
  byte[] toJson(String requestId) {
    return Json.write(out -> write(out, requestId));
  }

  private void write(JsonGenerator out, String requestId) throws IOException {
    out.writeStartObject();
    out.writeStringField("type", "urn:shelfcast:problem:" + kind.name);
    out.writeStringField("title", kind.title);
    out.writeNumberField("status", kind.status);
    out.writeStringField("detail", detail);
    out.writeStringField("request_id", requestId);
    out.writeArrayFieldStart("errors");
    for (Fault fault : faults) {
      out.writeStartObject();
      out.writeStringField("pointer", fault.pointer());
      out.writeStringField("detail", fault.detail());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
