package shelfcast.harness;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.reporting.legacy.xml.LegacyXmlReportGeneratingListener;

/**
 * What {@code make test} runs: every JUnit and jqwik test below some folders of classes.
 *
 * <p>Arguments: the folder for the XML reports; a pattern (see {@link Only}), empty to run all; the
 * folders of classes, which are on the class path or patched into a module. The last line of
 * standard output is {@code N passed, N failed, N skipped}. Exit code 1 when a test failed or none
 * was found, else 0.
 */
public final class RunTests {
  private RunTests() {}

  public static void main(String[] args) {
    Path reports = Path.of(args[0]);
    String only = args[1];
    Set<Path> folders = Stream.of(args).skip(2).map(Path::of).collect(Collectors.toSet());

    LauncherDiscoveryRequestBuilder request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClasspathRoots(folders));
    if (!only.isEmpty()) {
      request.filters(new Only(only));
    }
    Count count = run(request.build(), reports);

    if (count.total() == 0) {
      System.out.println(only.isEmpty() ? "there are no tests" : "no test matches ONLY=" + only);
    }
    System.out.println(count);
    System.out.flush();
    System.exit(count.failed() > 0 || count.total() == 0 ? 1 : 0); // tests may leave threads
  }

  private static Count run(LauncherDiscoveryRequest request, Path reports) {
    Narrator narrator = new Narrator(System.out);
    PrintWriter troubles = new PrintWriter(System.err, true);
    LauncherFactory.create()
        .execute(request, narrator, new LegacyXmlReportGeneratingListener(reports, troubles));
    return narrator.total();
  }
}
