package shelfcast.model;

/**
 * The bundle that {@code current.json} names, loaded.
 *
 * @param pointer what {@code current.json} says
 * @param etag the store's tag of {@code current.json} as read
 * @param bundle the bundle
 */
public record Champion(Pointer pointer, String etag, Bundle bundle) {}
