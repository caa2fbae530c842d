package shelfcast.command;

import java.nio.file.Path;

/** Where a value was given. The text forms are those that messages use. */
sealed interface Source {
  /** {@code --flag} on the command line. */
  record Flag(String flag) implements Source {
    @Override
    public String toString() {
      return flag;
    }
  }

  /** An environment variable. */
  record Environment(String variable) implements Source {
    @Override
    public String toString() {
      return "the environment variable " + variable;
    }
  }

  /** Line {@code line}, from 1, of the configuration file. */
  record File(Path file, int line, String key) implements Source {
    @Override
    public String toString() {
      return "\"" + key + "\" at " + file + ":" + line;
    }
  }

  /** Nobody gave one: the table's default. */
  record Default() implements Source {
    @Override
    public String toString() {
      return "the default";
    }
  }
}
