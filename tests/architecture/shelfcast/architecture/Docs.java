package shelfcast.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import shelfcast.command.ConfigurationDocs;

/** The generated pages of {@code docs}; {@code make docs} runs this to write them. */
final class Docs {
  private Docs() {}

  public static void main(String[] args) throws IOException {
    for (Map.Entry<Path, String> page : pages().entrySet()) {
      Files.createDirectories(page.getKey().getParent());
      Files.writeString(page.getKey(), page.getValue());
    }
  }

  /** What each generated page must say. */
  static Map<Path, String> pages() {
    Map<Path, String> pages = new TreeMap<>();
    pages.put(Path.of("docs/modules.md"), ModulesPage.markdown(Room.all()));
    pages.put(Path.of("docs/configuration.md"), ConfigurationDocs.markdown());
    return pages;
  }
}
