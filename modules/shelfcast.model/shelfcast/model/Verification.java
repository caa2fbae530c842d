package shelfcast.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Looks at everything that is published, and tells what is wrong with it. */
final class Verification {
  private final BundleLoader loader;
  private final Contexts contexts;
  private final List<Finding> findings = new ArrayList<>();

  Verification(BundleLoader loader, Contexts contexts) {
    this.loader = loader;
    this.contexts = contexts;
  }

  /** What is wrong with some bundles. */
  List<Finding> bundles(Stream<String> versions) {
    versions.forEach(version -> look(version, () -> loader.load(version)));
    return List.copyOf(findings);
  }

  /** What is wrong with the pointer and what it points at, and with all bundles. */
  List<Finding> all(Champions champions, Inventory inventory) {
    Optional<Pointer> current = look("current.json", champions::current).flatMap(found -> found);
    current.ifPresent(pointer -> {
      look("current.json", () -> champions.load(pointer, ""));
      pointer.context().ifPresent(id -> look("current.json", () -> contexts.load(id)));
    });
    return bundles(
        inventory.files().stream().filter(Inventory.Files::complete).map(Inventory.Files::version));
  }

  private <T> Optional<T> look(String subject, Supplier<T> at) {
    try {
      return Optional.of(at.get());
    } catch (BundleException e) {
      findings.add(new Finding(subject, e.getMessage()));
      return Optional.empty();
    }
  }
}
