package shelfcast.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP server on the loopback interface that answers what a test tells it to, one request a
 * connection.
 */
final class CannedServer implements AutoCloseable {
  /** The connection is closed without an answer. */
  static final String NOTHING = "";

  private static final Pattern LENGTH =
      Pattern.compile("^content-length: *(\\d+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private final ServerSocket socket;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Thread thread;

  /** What is answered. */
  @FunctionalInterface
  interface Script {
    /**
     * Answers a request.
     *
     * @param requests all until now, the one to be answered last
     * @return the answer, or {@link #NOTHING}
     */
    String answer(List<String> requests);
  }

  CannedServer(Script script) throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    thread = Thread.ofPlatform().daemon().start(() -> serve(script));
  }

  /** Gives the answers in turn, then the last again and again. */
  static CannedServer answering(String... answers) throws IOException {
    return new CannedServer(all -> answers[Math.min(all.size(), answers.length) - 1]);
  }

  /** A whole answer. */
  static String answer(int status, String headers, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return answerOfLength(status, length, headers, body);
  }

  /** An answer that promises another length than its body has. */
  static String answerOfLength(int status, int length, String headers, String body) {
    return "HTTP/1.1 %d Canned\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n%s"
        .formatted(status, length, headers, body);
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /** Requests so far: head and body. */
  List<String> requests() {
    return requests;
  }

  private void serve(Script script) {
    try {
      while (true) {
        try (Socket connection = socket.accept()) {
          requests.add(request(connection.getInputStream()));
          connection
              .getOutputStream()
              .write(script.answer(requests).getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (SocketException e) {
      if (!socket.isClosed()) {
        throw new UncheckedIOException(e);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String request(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int b = in.read();
      if (b < 0) {
        return head.toString();
      }
      head.append((char) b);
    }
    Matcher length = LENGTH.matcher(head);
    byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    return head + new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
    thread.interrupt();
  }
}
