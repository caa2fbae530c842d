/**
 * How a program is told things, and how it answers.
 *
 * <p>One table, {@link shelfcast.command.Keys}, gives every setting its name, kind, default and
 * help; from it come the flag, the environment variable, the key in the JSON file, {@code --help}
 * and {@code docs/configuration.md}. A launcher implements {@link shelfcast.command.Program} and
 * hands itself to {@link shelfcast.command.Launcher}, which reads the settings (flag over
 * environment over file over default), refuses what it does not know by naming the nearest thing
 * that it does, runs the program and turns whatever happens into one message and one exit code.
 * {@link shelfcast.command.Console} is standard error: notices, warnings and progress.
 *
 * <p>Only launcher modules require this room, and it knows no other: what a setting means to
 * another room is said by the launcher that reads it. picocli parses the words of a command line
 * and lays out the help, by its programmatic interface: no annotations, no reflection.
 */
module shelfcast.command {
  requires com.fasterxml.jackson.core;
  requires info.picocli;

  exports shelfcast.command;
}
