package shelfcast.model;

import java.time.LocalDate;
import java.util.Optional;

/** What became of an attempt to make a version the champion. */
public sealed interface Promotion {
  /** The outcome in a sentence for the user. */
  String sentence();

  /**
   * The version is the champion now.
   *
   * @param version the champion
   * @param previous the champion before, if there was one
   * @param pinned whether it is pinned, since the one before was
   */
  record Promoted(String version, Optional<String> previous, boolean pinned) implements Promotion {
    @Override
    public String sentence() {
      return version
          + " is the champion now"
          + previous.map(before -> ", after " + before).orElse("")
          + (pinned ? "; it is pinned as the one before was, until shelfcast-model unpin" : "");
    }
  }

  /**
   * The version was the champion already.
   *
   * @param version the champion
   */
  record AlreadyChampion(String version) implements Promotion {
    @Override
    public String sentence() {
      return version + " is the champion already";
    }
  }

  /**
   * The champion is pinned, and training promotes nothing until it is unpinned.
   *
   * @param challenger the version that was to be promoted
   * @param champion the version that stays
   */
  record Pinned(String challenger, String champion) implements Promotion {
    @Override
    public String sentence() {
      return "The champion "
          + champion
          + " is pinned, so "
          + challenger
          + " was not promoted; shelfcast-model unpin lets training promote again, shelfcast-model"
          + " promote "
          + challenger
          + " promotes it now";
    }
  }

  /**
   * The version was trained on data that ends earlier than the champion's.
   *
   * @param challenger the version that was to be promoted
   * @param lastDate the date of its last sale
   * @param champion the version that stays
   * @param championLastDate the date of the champion's last sale
   */
  record OlderData(
      String challenger, LocalDate lastDate, String champion, LocalDate championLastDate)
      implements Promotion {
    @Override
    public String sentence() {
      return challenger
          + " was trained on sales up to "
          + lastDate
          + ", the champion "
          + champion
          + " on sales up to "
          + championLastDate
          + ", so it was not promoted; shelfcast-model rollback goes back to an earlier champion";
    }
  }
}
