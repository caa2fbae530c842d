package shelfcast.model;

import java.io.IOException;
import shelfcast.store.ObjectStore;
import shelfcast.store.ObjectStream;
import shelfcast.store.StoreException;

/** The contexts in a store, each named by its content. */
final class Contexts {
  private final ObjectStore store;

  Contexts(ObjectStore store) {
    this.store = store;
  }

  /**
   * Writes a context, in memory that does not depend on its size. One that is there already is
   * written again, so that its age keeps it from being swept before the pointer moves.
   *
   * @return its id
   */
  String publish(Context context) {
    String id = ContextFile.id(context);
    store.put(Layout.context(id), out -> ContextFile.write(context, out));
    return id;
  }

  /**
   * Reads a context.
   *
   * @throws BundleException if it is not there, not understood, or not what was written
   */
  Context load(String id) {
    Context.checkId(id);
    String file = store.location().resolve(Layout.context(id)).toString();
    try (ObjectStream object = store.read(Layout.context(id)).orElseThrow(() -> missing(file))) {
      ContextFile.Identified read = ContextFile.read(file, object.stream());
      if (!read.id().equals(id)) {
        throw new BundleException(
            BundleException.Kind.CORRUPT,
            file + " has been changed since: its content makes the id " + read.id());
      }
      return read.context();
    } catch (IOException e) {
      throw new StoreException(file + " could not be read: " + e.getMessage(), e);
    }
  }

  private static BundleException missing(String file) {
    return new BundleException(
        BundleException.Kind.MISSING, file + " is not there; the next training writes a new one");
  }
}
