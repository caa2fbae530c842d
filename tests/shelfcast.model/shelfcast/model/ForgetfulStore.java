package shelfcast.model;

import java.util.Optional;
import java.util.function.Supplier;
import shelfcast.store.ObjectInfo;
import shelfcast.store.ObjectStore;

/**
 * A store that does a number of conditional writes and says that it did not, as one may that
 * retries after a lost answer and then finds its own write in the way.
 */
class ForgetfulStore extends DelegatingStore {
  private int forgotten;

  ForgetfulStore(ObjectStore store, int forgotten) {
    super(store);
    this.forgotten = forgotten;
  }

  /** Comes before every write on a condition. */
  void beforeWrite() {}

  /** Comes after every write on a condition, and before the answer. */
  void afterWrite() {}

  @Override
  <T> T answer(Supplier<T> operation) {
    return operation.get();
  }

  @Override
  public Optional<ObjectInfo> putIfMatch(String key, byte[] content, String etag) {
    beforeWrite();
    Optional<ObjectInfo> written = super.putIfMatch(key, content, etag);
    afterWrite();
    forgotten--;
    return forgotten >= 0 ? Optional.empty() : written;
  }
}
