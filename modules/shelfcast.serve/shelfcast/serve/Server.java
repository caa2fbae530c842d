package shelfcast.serve;

import io.undertow.UndertowOptions;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/**
 * The listening socket and the IO threads: Undertow's HTTP parser on XNIO, put together here rather
 * than by {@code io.undertow.Undertow}, which stops its threads together with its socket, while we
 * first stop to accept and then let requests end.
 */
final class Server implements AutoCloseable {
  private static final int BUFFER = 16 * 1024;
  private static final int BUFFERS_PER_THREAD = 4;
  private static final int BACKLOG = 1024;

  /** Longer than a load balancer's, so that it is the balancer that drops an idle connection. */
  private static final int IDLE_MILLIS = 75_000;

  private static final int HEADERS_MILLIS = 10_000;
  private static final int HEADERS_BYTES = 32 * 1024;

  /** Its threads are told to end at once; they need longer only on a machine that is busy. */
  private static final int END_SECONDS = 5;

  /** Of a body refused as too large, this much is still read, so that the client sees why. */
  private static final long DISCARDED_BYTES = 8L << 20;

  private final XnioWorker worker;
  private final DefaultByteBufferPool buffers;
  private final AcceptingChannel<StreamConnection> socket;
  private final AtomicBoolean accepting = new AtomicBoolean(true);

  private Server(
      XnioWorker worker, DefaultByteBufferPool buffers, AcceptingChannel<StreamConnection> socket) {
    this.worker = worker;
    this.buffers = buffers;
    this.socket = socket;
  }

  /**
   * Starts to listen and to answer.
   *
   * @param address where; port 0 takes any free one
   * @param threads IO threads
   * @param root answers every request
   * @throws java.net.BindException if the port is taken or the host is not of this machine
   */
  static Server start(InetSocketAddress address, int threads, HttpHandler root) throws IOException {
    XnioWorker worker =
        Xnio.getInstance(Server.class.getClassLoader())
            .createWorker(
                OptionMap.builder()
                    .set(Options.WORKER_NAME, "shelfcast")
                    .set(Options.WORKER_IO_THREADS, threads)
                    .set(Options.WORKER_TASK_CORE_THREADS, 1)
                    .set(Options.WORKER_TASK_MAX_THREADS, 1)
                    .set(Options.TCP_NODELAY, true)
                    .getMap());
    DefaultByteBufferPool buffers = new DefaultByteBufferPool(true, BUFFER, -1, BUFFERS_PER_THREAD);
    HttpOpenListener http = new HttpOpenListener(buffers, limits());
    http.setRootHandler(root);
    OptionMap listening =
        OptionMap.builder()
            .set(Options.TCP_NODELAY, true)
            .set(Options.REUSE_ADDRESSES, true)
            .set(Options.BACKLOG, BACKLOG)
            .getMap();
    try {
      AcceptingChannel<StreamConnection> socket =
          worker.createStreamConnectionServer(address, waiting -> accept(waiting, http), listening);
      socket.resumeAccepts();
      return new Server(worker, buffers, socket);
    } catch (IOException e) {
      worker.shutdownNow();
      buffers.close();
      throw e;
    }
  }

  /**
   * As XNIO's own listener does it, which prints a stack trace if we close the socket meanwhile.
   */
  private static void accept(
      AcceptingChannel<? extends StreamConnection> socket, HttpOpenListener http) {
    try {
      StreamConnection connection = socket.accept();
      if (connection != null) {
        ChannelListeners.invokeChannelListener(connection, http);
      }
    } catch (ClosedChannelException e) {
      // The server stops, and whoever came last finds that out by the connection's end.
    } catch (IOException e) {
      throw new UncheckedIOException("a connection could not be accepted", e);
    }
  }

  private static OptionMap limits() {
    return OptionMap.builder()
        .set(UndertowOptions.BUFFER_PIPELINED_DATA, true)
        .set(UndertowOptions.DECODE_URL, false)
        .set(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
        .set(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MILLIS)
        .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, HEADERS_MILLIS)
        .set(UndertowOptions.MAX_HEADER_SIZE, HEADERS_BYTES)
        .set(UndertowOptions.MAX_ENTITY_SIZE, DISCARDED_BYTES)
        .getMap();
  }

  /** The port it listens on. */
  int port() {
    return socket.getLocalAddress(InetSocketAddress.class).getPort();
  }

  /**
   * Takes no more connections; those that are open go on. XNIO waits for its threads when a socket
   * is closed, for ever if they have ended, so that only the first call closes it.
   */
  void refuseConnections() {
    if (accepting.getAndSet(false)) {
      IoUtils.safeClose(socket);
    }
  }

  /** Stops at once; a second time, does nothing. */
  @Override
  public void close() {
    refuseConnections();
    worker.shutdownNow();
    try {
      // The threads end with a last look at each connection, for which they take a buffer.
      worker.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    buffers.close();
  }
}
