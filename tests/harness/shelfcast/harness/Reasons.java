package shelfcast.harness;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a test failed, in as few lines as tell it: the messages, and the frames that are ours. */
final class Reasons {
  private Reasons() {}

  static String of(Throwable failure) {
    String text = failure + "\n" + frames(failure);
    return failure.getCause() == null ? text : text + "caused by " + of(failure.getCause());
  }

  private static String frames(Throwable failure) {
    return Stream.of(failure.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("shelfcast."))
        .filter(frame -> !frame.getClassName().startsWith("shelfcast.harness."))
        .map(frame -> "    at " + frame + "\n")
        .collect(Collectors.joining());
  }
}
