package shelfcast.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import shelfcast.store.Content;
import shelfcast.store.Location;
import shelfcast.store.Lookup;
import shelfcast.store.ObjectContent;
import shelfcast.store.ObjectInfo;
import shelfcast.store.ObjectStore;
import shelfcast.store.ObjectStream;

/** A store that hands every operation on to another, for a test to come in between. */
abstract class DelegatingStore implements ObjectStore {
  private final ObjectStore store;

  DelegatingStore(ObjectStore store) {
    this.store = store;
  }

  /** Carries out an operation, or does not. */
  abstract <T> T answer(Supplier<T> operation);

  @Override
  public Location location() {
    return store.location();
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    return answer(() -> store.head(key));
  }

  @Override
  public Optional<ObjectContent> get(String key) {
    return answer(() -> store.get(key));
  }

  @Override
  public Lookup getIfChanged(String key, String knownEtag) {
    return answer(() -> store.getIfChanged(key, knownEtag));
  }

  @Override
  public Optional<ObjectStream> read(String key) {
    return answer(() -> store.read(key));
  }

  @Override
  public ObjectInfo put(String key, byte[] content) {
    return answer(() -> store.put(key, content));
  }

  @Override
  public ObjectInfo put(String key, Content content) {
    return answer(() -> store.put(key, content));
  }

  @Override
  public Optional<ObjectInfo> putIfAbsent(String key, byte[] content) {
    return answer(() -> store.putIfAbsent(key, content));
  }

  @Override
  public Optional<ObjectInfo> putIfMatch(String key, byte[] content, String etag) {
    return answer(() -> store.putIfMatch(key, content, etag));
  }

  @Override
  public List<ObjectInfo> list(String prefix) {
    return answer(() -> store.list(prefix));
  }

  @Override
  public void delete(String key) {
    answer(() -> {
      store.delete(key);
      return key;
    });
  }

  @Override
  public void close() {
    store.close();
  }
}
