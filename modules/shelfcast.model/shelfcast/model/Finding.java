package shelfcast.model;

/**
 * Something that verification found wrong.
 *
 * @param subject the version, or {@code current.json}
 * @param problem what is wrong, naming the file
 */
public record Finding(String subject, String problem) {}
