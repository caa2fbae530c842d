package shelfcast.lstm;

/**
 * Bytes that are not a safetensors file as this project reads them; says what is wrong and where.
 */
public final class SafetensorsException extends RuntimeException {

  private static final long serialVersionUID = 1;

  SafetensorsException(String message) {
    super("safetensors: " + message);
  }

  SafetensorsException(String message, Throwable cause) {
    super("safetensors: " + message, cause);
  }
}
