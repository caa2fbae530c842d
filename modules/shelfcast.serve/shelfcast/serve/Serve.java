package shelfcast.serve;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import shelfcast.command.Console;
import shelfcast.command.ExitCode;
import shelfcast.command.Failure;
import shelfcast.command.Invocation;
import shelfcast.command.Keys;
import shelfcast.command.Launcher;
import shelfcast.command.Program;
import shelfcast.command.Settings;
import shelfcast.store.Location;
import shelfcast.store.ObjectStore;
import shelfcast.store.S3Settings;
import shelfcast.store.StoreException;

/** The launcher {@code shelfcast-serve}: answers HTTP until it is told to stop. */
final class Serve implements Program {
  private static final double MILLIS = 1e3;
  private static final Duration BODY_PATIENCE = Duration.ofSeconds(20);

  /** These greet at every start. Kept here, since the JDK forgets loggers that nobody holds. */
  private static final List<Logger> CHATTY =
      Stream.of("io.undertow", "org.xnio", "org.jboss.threads").map(Logger::getLogger).toList();

  private Serve() {}

  /**
   * Runs the server and ends the process.
   *
   * @param args the command line; {@code --help} lists what may be on it
   */
  public static void main(String[] args) {
    Launcher.main(new Serve(), args);
  }

  @Override
  public String name() {
    return "shelfcast-serve";
  }

  @Override
  public String summary() {
    return "Answers HTTP with predictions of the champion in the store, and takes up a new one by"
        + " itself. Stops on SIGTERM when the requests in flight are answered.";
  }

  @Override
  public Optional<ExitCode> classify(RuntimeException e) {
    return e instanceof StoreException ? Optional.of(ExitCode.STORE) : Optional.empty();
  }

  @Override
  public ExitCode run(Invocation in) throws IOException, InterruptedException {
    CHATTY.forEach(logger -> logger.setLevel(Level.WARNING));
    Settings settings = in.settings();
    Duration drain = seconds(settings.get(Keys.DRAIN));
    try (ObjectStore store = open(settings);
        Service service = start(store, settings, new ConsoleJournal(in.console()))) {
      Thread stop = new Thread(() -> stop(service, drain, in.console()), "shelfcast-stop");
      Runtime.getRuntime().addShutdownHook(stop);
      in.out().println("{\"listening\":" + service.port() + "}");
      in.out().flush();
      try {
        new CountDownLatch(1).await();
      } finally {
        Runtime.getRuntime().removeShutdownHook(stop);
      }
      return ExitCode.DONE;
    }
  }

  private static ObjectStore open(Settings settings) {
    S3Settings s3 =
        new S3Settings(
            settings.find(Keys.S3_ENDPOINT).map(URI::create), settings.find(Keys.S3_REGION));
    try {
      return ObjectStore.open(Location.parse(settings.get(Keys.STORE)), s3);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, e.getMessage());
    }
  }

  private static Service start(ObjectStore store, Settings settings, Journal journal)
      throws IOException, InterruptedException {
    InetSocketAddress address =
        new InetSocketAddress(settings.get(Keys.HOST), settings.get(Keys.PORT));
    if (address.isUnresolved() || !isOurs(address.getAddress())) {
      throw settings.reject(Keys.HOST, "a name or address of this machine");
    }
    Service.Options options =
        new Service.Options(
            address,
            Runtime.getRuntime().availableProcessors(),
            seconds(settings.get(Keys.POLL)),
            BODY_PATIENCE);
    try {
      return Service.start(store, options, Clock.systemUTC(), journal);
    } catch (BindException e) {
      throw new Failure(
          ExitCode.FAILED,
          "cannot listen on "
              + address.getHostString()
              + " port "
              + address.getPort()
              + ": "
              + e.getMessage()
              + "; use --port with another number, or --port 0 for any free one");
    }
  }

  private static boolean isOurs(InetAddress address) throws SocketException {
    return address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || NetworkInterface.getByInetAddress(address) != null;
  }

  /**
   * The end on SIGTERM and SIGINT, as a shutdown hook: there is no supported way to handle a
   * signal, and the JVM would end with 143 after its hooks. To stop when told to is no failure, so
   * the hook ends the process itself, with 0.
   */
  private static void stop(Service service, Duration drain, Console console) {
    try {
      if (!service.drain(drain)) {
        console.warning(
            "requests were still in flight after "
                + drain.toMillis() / MILLIS
                + " s and have been cut off; --drain gives them longer");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(ExitCode.DONE.code());
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * MILLIS));
  }
}
