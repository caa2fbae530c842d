package shelfcast.model;

import java.util.Optional;

/**
 * What the comparison decided that stands before promotion.
 *
 * @param passed whether the challenger may be promoted
 * @param forced whether the user asked for promotion whatever the comparison says
 * @param champion the version it was compared with, if there was one
 * @param reason the decision in a sentence
 */
public record Gate(boolean passed, boolean forced, Optional<String> champion, String reason) {}
