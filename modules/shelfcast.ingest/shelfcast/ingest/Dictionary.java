package shelfcast.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers distinct byte strings 0, 1, 2… in the order they are first seen, so that a text that
 * stands in a million rows is kept once.
 */
final class Dictionary {
  private byte[] pool = new byte[1024];

  /** Where each entry starts in the pool; one more than there are entries. */
  private int[] offsets = new int[65];

  private int[] hashes = new int[64];

  /** Open addressing: an entry's number plus one, 0 where free. The length is a power of two. */
  private int[] slots = new int[128];

  private int size;

  /** Files are mostly sorted: the next row's text is often the last one's. */
  private int last = -1;

  /** How many distinct byte strings there are. */
  int size() {
    return size;
  }

  /** The number of {@code bytes[from]} to {@code bytes[to]} (exclusive), a new one if unseen. */
  int idOf(byte[] bytes, int from, int to) {
    if (last < 0 || !matches(last, bytes, from, to)) {
      last = find(bytes, from, to);
    }
    return last;
  }

  /** An entry's bytes as UTF-8 text. */
  String text(int id) {
    return new String(bytes(id), StandardCharsets.UTF_8);
  }

  /** A copy of an entry's bytes. */
  byte[] bytes(int id) {
    return Arrays.copyOfRange(pool, offsets[id], offsets[id + 1]);
  }

  private int find(byte[] bytes, int from, int to) {
    int hash = hash(bytes, from, to);
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0) {
      int id = slots[slot] - 1;
      if (hashes[id] == hash && matches(id, bytes, from, to)) {
        return id;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = size + 1;
    return append(hash, bytes, from, to);
  }

  private int append(int hash, byte[] bytes, int from, int to) {
    int start = offsets[size];
    int end = Math.addExact(start, to - from);
    if (end > pool.length) {
      pool = Arrays.copyOf(pool, Math.max(end, pool.length + (pool.length >> 1)));
    }
    System.arraycopy(bytes, from, pool, start, to - from);
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
      offsets = Arrays.copyOf(offsets, 2 * size + 1);
    }
    hashes[size] = hash;
    offsets[++size] = end;
    if (2 * size > slots.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    slots = new int[2 * slots.length];
    for (int id = 0; id < size; id++) {
      int slot = hashes[id] & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = id + 1;
    }
  }

  private boolean matches(int id, byte[] bytes, int from, int to) {
    return Arrays.equals(pool, offsets[id], offsets[id + 1], bytes, from, to);
  }

  private static int hash(byte[] bytes, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    // The finaliser of MurmurHash3: near texts land in far slots.
    hash = (hash ^ hash >>> 16) * 0x85ebca6b;
    hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
    return hash ^ hash >>> 16;
  }
}
