package shelfcast.command;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values of a program's keys for one run, each from the flag, else the environment, else the
 * file, else the table.
 */
public final class Settings {
  private final Set<Key<?>> keys;
  private final Map<Key<?>, Given> given;

  /**
   * Settings of a program that understands {@code keys}; whatever {@code given} says of other keys
   * is ignored.
   *
   * @throws Failure when a value is not one that its key allows
   */
  Settings(Set<Key<?>> keys, Map<Key<?>, Given> given) {
    this.keys = Set.copyOf(keys);
    this.given = Map.copyOf(given);
    this.keys.forEach(this::find);
  }

  /**
   * The value of {@code key}.
   *
   * @throws Failure when nobody gave one and the key has no default; it says where to give it
   * @throws IllegalArgumentException when the program does not list the key
   */
  public <T> T get(Key<T> key) {
    return find(key)
        .orElseThrow(() ->
            Failure.usage(
                key.flag()
                    + " is needed: give "
                    + key.flag()
                    + " "
                    + key.placeholder()
                    + ", set "
                    + key.variable()
                    + ", or write \""
                    + key.fileKey()
                    + "\" into the file that --config names"));
  }

  /**
   * The value of {@code key}, the default included; empty when nobody gave one and there is no
   * default.
   *
   * @throws IllegalArgumentException when the program does not list the key
   */
  public <T> Optional<T> find(Key<T> key) {
    if (!keys.contains(key)) {
      throw new IllegalArgumentException("the program does not list the key " + key.name());
    }
    Given value = given.get(key);
    if (value == null) {
      return key.standard();
    }
    return Optional.of(
        key.kind().read(value.text()).orElseThrow(() -> reject(key, key.kind().allowed())));
  }

  /** Whether somebody gave {@code key} a value, be it the same as its default. */
  public boolean isGiven(Key<?> key) {
    return given.containsKey(key);
  }

  /**
   * Where the value of {@code key} comes from, in words for a message: {@code --horizon}, {@code
   * the environment variable SHELFCAST_HORIZON}, {@code "horizon" at config/pipeline.json:12}, or
   * {@code the default}.
   */
  public String source(Key<?> key) {
    return sourceOf(key).toString();
  }

  /**
   * The failure to throw when the value of {@code key} is of the right kind and still not usable.
   *
   * @param allowed what it must be, to follow "must be"
   */
  public Failure reject(Key<?> key, String allowed) {
    String where = sourceOf(key) instanceof Source.Default ? key.flag() : source(key);
    String value = isGiven(key) ? given.get(key).text() : key.unset();
    return Failure.usage(where + " has the value " + Quote.of(value) + ", but must be " + allowed);
  }

  /**
   * Every value that is in force, defaults included, as text by the key's name in the file: what a
   * run is repeated with.
   */
  public SortedMap<String, String> inForce() {
    SortedMap<String, String> all = new TreeMap<>();
    keys.forEach(key -> text(key).ifPresent(text -> all.put(key.fileKey(), text)));
    return all;
  }

  private <T> Optional<String> text(Key<T> key) {
    return find(key).map(key.kind()::show);
  }

  private Source sourceOf(Key<?> key) {
    return isGiven(key) ? given.get(key).source() : new Source.Default();
  }
}
