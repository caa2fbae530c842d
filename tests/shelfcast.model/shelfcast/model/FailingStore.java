package shelfcast.model;

import java.util.function.Supplier;
import shelfcast.store.ObjectStore;
import shelfcast.store.StoreException;

/** A store that answers a number of operations, and from then on no more. */
final class FailingStore extends DelegatingStore {
  /** Whether the first operation that gets no answer is carried out. */
  enum LastOne {
    LOST,
    DONE
  }

  private final LastOne lastOne;
  private int answers;

  FailingStore(ObjectStore store, int answers, LastOne lastOne) {
    super(store);
    this.answers = answers;
    this.lastOne = lastOne;
  }

  @Override
  <T> T answer(Supplier<T> operation) {
    answers--;
    if (answers >= 0) {
      return operation.get();
    }
    if (answers == -1 && lastOne == LastOne.DONE) {
      operation.get();
    }
    throw new StoreException("the store does not answer");
  }
}
