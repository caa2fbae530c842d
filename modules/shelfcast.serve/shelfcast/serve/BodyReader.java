package shelfcast.serve;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;

/**
 * Reads one request body without blocking its IO thread, up to {@link #LIMIT} bytes.
 *
 * <p>All of it runs on the IO thread of the connection, so nothing here is shared between threads.
 */
final class BodyReader {
  /** The longest body that is read, in bytes. */
  static final int LIMIT = 1 << 20;

  private static final int FIRST_SIZE = 512;
  private static final String TOO_LONG = "The body is longer than " + LIMIT + " bytes (1 MiB).";

  /** Is told once how the reading ended. */
  interface Receiver {
    /** The whole body has arrived: the first {@code length} bytes of the array. */
    void body(byte[] bytes, int length);

    /** There is no whole body. */
    void failed(Problem problem);
  }

  private final HttpServerExchange exchange;
  private final Duration patience;
  private final Receiver receiver;
  private byte[] bytes = new byte[FIRST_SIZE];
  private int length;
  private Optional<Problem> failure = Optional.empty();

  private BodyReader(HttpServerExchange exchange, Duration patience, Receiver receiver) {
    this.exchange = exchange;
    this.patience = patience;
    this.receiver = receiver;
  }

  /**
   * Reads the body of the exchange; the receiver may be told before this returns.
   *
   * @param patience how long the whole body may take to arrive
   */
  static void read(HttpServerExchange exchange, Duration patience, Receiver receiver) {
    BodyReader reader = new BodyReader(exchange, patience, receiver);
    if (exchange.getRequestContentLength() > LIMIT) {
      reader.fail(Problem.Kind.TOO_LARGE, TOO_LONG);
      reader.deliver();
    } else if (HttpContinue.requiresContinueResponse(exchange)) {
      HttpContinue.sendContinueResponse(exchange, reader.new WhenInvited());
    } else {
      reader.start();
    }
  }

  /** Starts once the client has been told to go on. */
  private final class WhenInvited implements IoCallback {
    @Override
    public void onComplete(HttpServerExchange invited, Sender sender) {
      start();
    }

    @Override
    public void onException(HttpServerExchange invited, Sender sender, IOException e) {
      broken();
      deliver();
    }
  }

  private void start() {
    StreamSourceChannel channel = exchange.getRequestChannel();
    if (finished(channel)) {
      deliver();
      return;
    }
    XnioExecutor.Key timeout =
        exchange
            .getIoThread()
            .executeAfter(() -> tooSlow(channel), patience.toMillis(), TimeUnit.MILLISECONDS);
    channel
        .getReadSetter()
        .set(ready -> {
          if (finished(ready)) {
            timeout.remove();
            deliverLater(ready);
          }
        });
    channel.resumeReads();
  }

  /** Reads what is there. Whether that was the end, good or bad. */
  private boolean finished(StreamSourceChannel channel) {
    try (PooledByteBuffer pooled = exchange.getConnection().getByteBufferPool().allocate()) {
      ByteBuffer buffer = pooled.getBuffer();
      while (true) {
        buffer.clear();
        int count = channel.read(buffer);
        if (count <= 0) {
          return count < 0;
        }
        if (length + count > LIMIT) {
          fail(Problem.Kind.TOO_LARGE, TOO_LONG);
          return true;
        }
        if (length + count > bytes.length) {
          bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
        }
        buffer.flip().get(bytes, length, count);
        length += count;
      }
    } catch (IOException e) {
      broken();
      return true;
    }
  }

  private void deliver() {
    failure.ifPresentOrElse(receiver::failed, () -> receiver.body(bytes, length));
  }

  /** Outside of the call of the root handler, Undertow wants to be told that an answer comes. */
  private void deliverLater(StreamSourceChannel channel) {
    channel.suspendReads();
    Connectors.executeRootHandler(_ -> deliver(), exchange);
  }

  private void tooSlow(StreamSourceChannel channel) {
    exchange.setPersistent(false);
    fail(
        Problem.Kind.TOO_SLOW,
        "After " + patience.toSeconds() + " s only " + length + " bytes had arrived.");
    deliverLater(channel);
  }

  private void broken() {
    exchange.setPersistent(false);
    fail(
        Problem.Kind.BROKEN_BODY,
        "The body ended or broke after " + length + " bytes, before its announced end.");
  }

  private void fail(Problem.Kind kind, String detail) {
    failure = Optional.of(new Problem(kind, detail));
  }
}
