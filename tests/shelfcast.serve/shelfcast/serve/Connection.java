package shelfcast.serve;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A plain HTTP/1.1 connection: a test says every byte that it sends, and when. */
final class Connection implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;

  private final Socket socket;
  private final InputStream in;

  Connection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** One request on a connection of its own. */
  static Answer ask(int port, String method, String path, String headers, byte[] body)
      throws IOException {
    try (Connection connection = new Connection(port)) {
      String length = body.length == 0 ? "" : "Content-Length: " + body.length + "\r\n";
      connection.send(
          method + " " + path + " HTTP/1.1\r\nHost: here\r\n" + headers + length + "\r\n");
      connection.send(body);
      return connection.answer(method);
    }
  }

  static Answer get(int port, String path) throws IOException {
    return ask(port, "GET", path, "", new byte[0]);
  }

  static Answer predict(int port, String json) throws IOException {
    return ask(port, "POST", "/predict", "", json.getBytes(StandardCharsets.UTF_8));
  }

  void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** Ends the sending side; answers can still come. */
  void sendNoMore() throws IOException {
    socket.shutdownOutput();
  }

  /** Goes away without a word of farewell. */
  void reset() throws IOException {
    socket.setOption(StandardSocketOptions.SO_LINGER, 0);
    socket.close();
  }

  /** Reads an answer that has a {@code Content-Length}, which all of ours have. */
  Answer answer(String method) throws IOException {
    int status = Integer.parseInt(line().split(" ")[1]);
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    boolean bodiless = method.equals("HEAD") || status == 100;
    int length = bodiless ? 0 : Integer.parseInt(headers.get("content-length"));
    return new Answer(status, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  /** Whether the server has closed its side, and sent nothing more before. */
  boolean isOver() throws IOException {
    return in.read() < 0;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection ended after: " + line);
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
