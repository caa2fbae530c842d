package shelfcast.serve;

import io.undertow.util.HttpString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** One file of the page at {@code /}, as it lies beside this class. */
final class Page implements Endpoint {
  /** Where the page's own files are. */
  static final String ASSETS = "/page/";

  private static final HttpString CONTENT_SECURITY_POLICY =
      new HttpString("Content-Security-Policy");
  private static final HttpString CONTENT_TYPE_OPTIONS = new HttpString("X-Content-Type-Options");
  private static final HttpString CACHE_CONTROL = new HttpString("Cache-Control");

  private final String contentType;
  private final byte[] bytes;

  private Page(String file, String contentType) {
    this.contentType = contentType;
    try (InputStream in = Page.class.getResourceAsStream("page/" + file)) {
      if (in == null) {
        throw new IllegalStateException("shelfcast.serve was built without page/" + file);
      }
      this.bytes = in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("page/" + file + " cannot be read", e);
    }
  }

  /** The page and its files. */
  static List<Route> routes() {
    return List.of(
        Route.get("/", new Page("index.html", "text/html; charset=utf-8")),
        Route.get(ASSETS + "style.css", new Page("style.css", "text/css; charset=utf-8")),
        Route.get(ASSETS + "app.js", new Page("app.js", "text/javascript; charset=utf-8")),
        Route.get(ASSETS + "icon.svg", new Page("icon.svg", "image/svg+xml")));
  }

  @Override
  public void answer(Call call) {
    call.header(
        CONTENT_SECURITY_POLICY,
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    call.header(CONTENT_TYPE_OPTIONS, "nosniff");
    call.header(CACHE_CONTROL, "no-cache");
    call.reply(200, contentType, bytes);
  }
}
