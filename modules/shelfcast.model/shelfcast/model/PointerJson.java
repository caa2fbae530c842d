package shelfcast.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads and writes {@code models/current.json}. Unknown fields are ignored. */
final class PointerJson {
  private PointerJson() {}

  /** The bytes of the file. */
  static byte[] write(Pointer pointer) {
    ObjectNode root = Json.object();
    root.put("format", FileFormat.POINTER.current());
    root.put("version", pointer.version());
    root.put("manifest_sha256", pointer.manifestSha256());
    pointer.context().ifPresent(id -> root.put("context", id));
    root.put("promoted_at", pointer.promotedAt().toString());
    root.put("pinned", pointer.pinned());
    ArrayNode history = root.putArray("history");
    for (Pointer.PastPromotion past : pointer.history()) {
      ObjectNode entry = history.addObject();
      entry.put("version", past.version());
      entry.put("promoted_at", past.promotedAt().toString());
    }
    return Json.write(root);
  }

  /**
   * Reads the file.
   *
   * @param file the file, as the user knows it
   * @throws BundleException if it is not one that this program understands
   */
  static Pointer read(String file, byte[] json) {
    Fields root = Json.read(file, json);
    FileFormat.POINTER.check(file, root.whole("format"));
    return root.make(PointerJson::pointer);
  }

  private static Pointer pointer(Fields root) {
    return new Pointer(
        root.text("version"),
        root.text("manifest_sha256"),
        root.optionalText("context"),
        root.instant("promoted_at"),
        root.flag("pinned"),
        root.objects("history").stream()
            .map(past ->
                new Pointer.PastPromotion(past.text("version"), past.instant("promoted_at")))
            .toList());
  }
}
