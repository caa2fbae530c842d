package shelfcast.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Standard output that stops the program when nobody can read it any more. {@link PrintStream}
 * swallows such errors, and a program would go on to fill a pipe without a reader, or report
 * success for results that a full disk lost.
 */
final class StandardOutput extends OutputStream {
  private final OutputStream out;

  private StandardOutput(OutputStream out) {
    this.out = out;
  }

  /**
   * A stream for results on top of {@code out}; writing throws {@link Lost} once {@code out} fails.
   */
  static PrintStream on(OutputStream out) {
    return new PrintStream(new StandardOutput(out), false, StandardCharsets.UTF_8);
  }

  /** Results could not be written. Unchecked, so that it passes through the {@link PrintStream}. */
  static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Lost(IOException cause) {
      super(cause.getMessage(), cause);
    }

    /** Whether the reader of a pipe went away, as {@code head} does: it had all that it wanted. */
    boolean readerHasGone() {
      return "Broken pipe".equals(getMessage());
    }
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      throw new Lost(e);
    }
  }

  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new Lost(e);
    }
  }
}
