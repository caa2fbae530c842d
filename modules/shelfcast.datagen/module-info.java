/**
 * How plausible sales look, and the event that starts a training.
 *
 * <p>{@code Datagen} writes made-up daily sales, from the 180 days of one series that the project
 * was begun with to panels of any size, streamed in constant memory and the same bytes for the same
 * flags everywhere. {@code Trigger} prints the event that S3 sends through EventBridge when such a
 * file arrives. Neither knows how a sales file is read: the files they write speak for themselves.
 */
module shelfcast.datagen {
  requires com.fasterxml.jackson.core;
  requires shelfcast.command;
  requires shelfcast.store;
}
