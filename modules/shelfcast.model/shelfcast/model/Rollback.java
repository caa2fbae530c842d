package shelfcast.model;

import java.util.List;
import java.util.Optional;

/** What became of an attempt to go back to the champion before. */
public sealed interface Rollback {
  /** The outcome in a sentence for the user. */
  String sentence();

  /**
   * An earlier champion is the champion again, and pinned.
   *
   * @param version the champion
   * @param from the champion before
   * @param skipped champions in between that cannot be loaded any more, each with the reason
   */
  record RolledBack(String version, String from, List<String> skipped) implements Rollback {
    /** Copies the list. */
    public RolledBack {
      skipped = List.copyOf(skipped);
    }

    @Override
    public String sentence() {
      return "Went back from "
          + from
          + " to "
          + version
          + " and pinned it; training promotes nothing until shelfcast-model unpin"
          + skippedList(skipped);
    }
  }

  /**
   * There is no earlier champion that can be loaded; nothing has changed.
   *
   * @param champion the version that stays, if there is one
   * @param skipped earlier champions that cannot be loaded any more, each with the reason
   */
  record NothingBefore(Optional<String> champion, List<String> skipped) implements Rollback {
    /** Copies the list. */
    public NothingBefore {
      skipped = List.copyOf(skipped);
    }

    @Override
    public String sentence() {
      return champion
              .map(version -> "There is no champion before " + version + " to go back to")
              .orElse("There is no champion, and none to go back to")
          + skippedList(skipped);
    }
  }

  private static String skippedList(List<String> skipped) {
    return skipped.isEmpty() ? "" : "; skipped: " + String.join("; ", skipped);
  }
}
