package shelfcast.store.logging;

import org.slf4j.helpers.NOP_FallbackServiceProvider;

/**
 * The logging back end of the AWS SDK: none. What matters of a failed call is in the {@link
 * shelfcast.store.StoreException}; without a provider SLF4J would print lines of its own to
 * standard error at the first use of a bucket.
 */
public final class NoLogging extends NOP_FallbackServiceProvider {
  /** Called by {@link java.util.ServiceLoader}. */
  public NoLogging() {}
}
