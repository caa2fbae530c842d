package shelfcast.harness;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * {@code make test ONLY=…}: the tests with the text somewhere in {@code package.Class#method}; a
 * {@code *} in it stands for any characters. {@code ONLY=ingest}, {@code ONLY=SalesReaderTest},
 * {@code ONLY='SalesReaderTest#*gzip'}.
 */
final class Only implements PostDiscoveryFilter {
  private final Pattern pattern;

  Only(String text) {
    this.pattern =
        Pattern.compile(
            Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
  }

  @Override
  public FilterResult apply(TestDescriptor test) {
    if (!test.isTest() && !test.getChildren().isEmpty()) {
      return FilterResult.included("its tests decide");
    }
    return FilterResult.includedIf(pattern.matcher(name(test.getSource())).find());
  }

  private static String name(Optional<TestSource> source) {
    return source
        .map(place ->
            switch (place) {
              case MethodSource method -> method.getClassName() + "#" + method.getMethodName();
              case ClassSource type -> type.getClassName();
              default -> "";
            })
        .orElse("");
  }
}
