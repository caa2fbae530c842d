import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Says before a long build whether the port to serve on is free: exit code 0 when it is, else 2 and
 * one line on stderr which names a port that is free. Run from source: {@code java FreePort.java
 * 8000}.
 */
final class FreePort {
  private static final int LAST_PORT = 65_535;

  /** Up to this one, Unix lets only root listen. */
  private static final int LAST_RESERVED_PORT = 1023;

  private FreePort() {}

  public static void main(String[] args) {
    String wanted = args.length == 1 ? args[0] : "";
    if (!wanted.matches("[0-9]{1,5}") || Integer.parseInt(wanted) > LAST_PORT) {
      System.err.println("make run: PORT=" + wanted + " is no port: 0 to " + LAST_PORT);
      System.exit(2);
    }
    int port = Integer.parseInt(wanted);
    if (isFree(port)) {
      return;
    }
    int free = port + 1;
    while (free <= LAST_PORT && !isFree(free)) {
      free++;
    }
    System.err.printf(
        "make run: port %d is taken%s%s%n",
        port,
        port <= LAST_RESERVED_PORT ? ", or kept for root" : "",
        free <= LAST_PORT ? ", " + free + " is free: make run PORT=" + free : "");
    System.exit(2);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true); // a port whose last connections linger is free
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
