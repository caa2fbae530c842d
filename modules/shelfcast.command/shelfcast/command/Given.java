package shelfcast.command;

/**
 * A value as it was given.
 *
 * @param text the value as one would write it after a flag
 * @param source where it was given
 */
record Given(String text, Source source) {}
