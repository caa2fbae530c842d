package shelfcast.testing;

/**
 * How a program ended.
 *
 * @param exit its exit code
 * @param out everything it wrote to standard output
 * @param err everything it wrote to standard error
 */
public record Result(int exit, String out, String err) {}
