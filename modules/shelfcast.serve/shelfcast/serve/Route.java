package shelfcast.serve;

import io.undertow.util.HttpString;
import io.undertow.util.Methods;

/**
 * One path of the server. Every path knows one method; {@code GET} includes {@code HEAD}.
 *
 * @param method {@code GET} or {@code POST}
 * @param path the whole path, without a query
 * @param endpoint what answers
 */
record Route(HttpString method, String path, Endpoint endpoint) {

  static Route get(String path, Endpoint endpoint) {
    return new Route(Methods.GET, path, endpoint);
  }

  static Route post(String path, Endpoint endpoint) {
    return new Route(Methods.POST, path, endpoint);
  }

  /** Whether a request of this method belongs here. */
  boolean accepts(HttpString sent) {
    return sent.equals(method) || method.equals(Methods.GET) && sent.equals(Methods.HEAD);
  }

  /** What the {@code Allow} header says. */
  String allowed() {
    return method.equals(Methods.GET) ? "GET, HEAD" : method.toString();
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
