package shelfcast.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own that said {@code {"listening":PORT}}; closing it kills it. */
public final class Server implements AutoCloseable {
  private static final Pattern LISTENING = Pattern.compile("\\{\"listening\":([0-9]+)}");

  private final Running running;
  private final Duration bound;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();

  Server(Running running, Duration bound) {
    this.running = running;
    this.bound = bound;
    try {
      this.port = port(running.firstLine(bound));
    } catch (AssertionError e) {
      close();
      throw e;
    }
  }

  private static int port(String line) {
    Matcher listening = LISTENING.matcher(line);
    if (!listening.matches()) {
      throw new AssertionError("instead of {\"listening\":PORT} the server said: " + line);
    }
    return Integer.parseInt(listening.group(1));
  }

  /** The port on 127.0.0.1 that it answers on. */
  public int port() {
    return port;
  }

  /** The process, to look at what it writes or to send it a signal. */
  public Running running() {
    return running;
  }

  /** The address of a path ({@code /health}) of this server. */
  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** {@code GET path}. */
  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /** {@code POST path} with a JSON body. */
  public HttpResponse<String> post(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  /** A request to a path, for a test that sends something out of the ordinary. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path)).timeout(bound);
  }

  /** Sends a request and waits for the whole answer. */
  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException("no answer; the server said:\n" + running.err(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for an answer", e);
    }
  }

  /** Asks the server to end, by SIGTERM, and waits for that. */
  public Result stop() {
    return running.stop(bound);
  }

  @Override
  public void close() {
    running.close();
    client.close();
  }
}
