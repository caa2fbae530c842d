package shelfcast.model;

import java.util.List;

/**
 * What {@code gc} has deleted.
 *
 * @param versions bundles, the incomplete ones included
 * @param contexts contexts, by id
 */
public record Sweep(List<String> versions, List<String> contexts) {
  /** Copies the lists. */
  public Sweep {
    versions = List.copyOf(versions);
    contexts = List.copyOf(contexts);
  }
}
