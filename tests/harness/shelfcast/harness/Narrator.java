package shelfcast.harness;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Tells what happens: a line for each class when it ends, figures as tests report them, and at the
 * end the slowest classes, each skip with its reason and each failure with its own. Tests may run
 * in parallel: every method locks.
 */
final class Narrator implements TestExecutionListener {
  private static final int SLOWEST = 5;
  private static final double NANOS_PER_SECOND = 1e9;

  /** A class that has run. */
  private record Ended(String name, Count count, double seconds) {
    @Override
    public String toString() {
      return "%-60s %s, %.1f s".formatted(name, count, seconds);
    }
  }

  private final PrintStream out;
  private final List<String> failures = new ArrayList<>();
  private final List<String> skips = new ArrayList<>();
  private final List<Ended> ended = new ArrayList<>();
  private final Map<String, Count> counts = new HashMap<>();
  private final Map<String, Long> starts = new HashMap<>();
  private TestPlan plan;
  private Count total = Count.NONE;

  Narrator(PrintStream out) {
    this.out = out;
  }

  /** What has been counted until now. */
  synchronized Count total() {
    return total;
  }

  @Override
  public synchronized void testPlanExecutionStarted(TestPlan testPlan) {
    plan = testPlan;
  }

  @Override
  public synchronized void executionStarted(TestIdentifier id) {
    starts.put(id.getUniqueId(), System.nanoTime());
  }

  @Override
  public synchronized void executionSkipped(TestIdentifier id, String reason) {
    skip(id, reason);
    endOfClass(id);
  }

  @Override
  public synchronized void executionFinished(TestIdentifier id, TestExecutionResult result) {
    switch (result.getStatus()) {
      case SUCCESSFUL -> tally(id, new Count(id.isTest() ? 1 : 0, 0, 0));
      case FAILED -> {
        tally(id, new Count(0, 1, 0));
        failures.add(path(id) + "\n" + result.getThrowable().map(Reasons::of).orElse("no reason"));
      }
      case ABORTED ->
          skip(id, result.getThrowable().map(Throwable::getMessage).orElse("no reason"));
    }
    endOfClass(id);
  }

  /** What a test has measured, which it hands to JUnit's {@code TestReporter}. */
  @Override
  public synchronized void reportingEntryPublished(TestIdentifier id, ReportEntry entry) {
    entry.getKeyValuePairs().values().forEach(figure -> out.printf("FIGURE   %s%n", figure));
  }

  @Override
  public synchronized void testPlanExecutionFinished(TestPlan testPlan) {
    out.println();
    ended.stream()
        .sorted(Comparator.comparingDouble(Ended::seconds).reversed())
        .limit(SLOWEST)
        .forEach(each -> out.printf("SLOWEST  %s%n", each));
    skips.forEach(each -> out.printf("SKIPPED  %s%n", each));
    failures.forEach(each -> out.printf("%nFAILED   %s%n", each));
    out.println();
  }

  private void skip(TestIdentifier id, String reason) {
    tally(id, new Count(0, 0, tests(id)));
    skips.add(path(id) + ": " + reason);
  }

  private void tally(TestIdentifier id, Count more) {
    total = total.plus(more);
    counts.merge(classOf(id).getUniqueId(), more, Count::plus);
  }

  /** The number of tests in a part of the plan that does not run: at least the part itself. */
  private int tests(TestIdentifier id) {
    return Math.max(1, plan.getChildren(id).stream().mapToInt(this::tests).sum());
  }

  private void endOfClass(TestIdentifier id) {
    if (id.getParentId().isEmpty() || !classOf(id).equals(id)) {
      return;
    }
    long now = System.nanoTime();
    double seconds = (now - starts.getOrDefault(id.getUniqueId(), now)) / NANOS_PER_SECOND;
    Ended line = new Ended(name(id), counts.getOrDefault(id.getUniqueId(), Count.NONE), seconds);
    ended.add(line);
    out.printf("%-8s %s%n", line.count().failed() > 0 ? "FAILED" : "ok", line);
  }

  /** The top-level class that a test is in; an engine is its own. */
  private TestIdentifier classOf(TestIdentifier id) {
    Optional<TestIdentifier> parent = plan.getParent(id);
    return parent.isEmpty() || parent.get().getParentId().isEmpty() ? id : classOf(parent.get());
  }

  private String path(TestIdentifier id) {
    return classOf(id).equals(id)
        ? name(id)
        : path(plan.getParent(id).orElseThrow()) + " > " + id.getDisplayName();
  }

  private static String name(TestIdentifier id) {
    return id.getSource()
        .filter(ClassSource.class::isInstance)
        .map(source -> ((ClassSource) source).getClassName())
        .orElse(id.getDisplayName());
  }
}
