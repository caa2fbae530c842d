package shelfcast.train;

import java.util.Optional;
import shelfcast.command.ExitCode;
import shelfcast.evaluate.TooLittleDataException;
import shelfcast.ingest.BadDataException;
import shelfcast.lstm.DivergedException;
import shelfcast.model.BundleException;
import shelfcast.store.StoreException;

/** Which exit code goes with the failures of the rooms below; their messages are for the user. */
final class Failures {
  private Failures() {}

  static Optional<ExitCode> classify(RuntimeException e) {
    return switch (e) {
      case BadDataException _, TooLittleDataException _ -> Optional.of(ExitCode.BAD_DATA);
      case StoreException _ -> Optional.of(ExitCode.STORE);
      case BundleException _, DivergedException _ -> Optional.of(ExitCode.FAILED);
      default -> Optional.empty();
    };
  }
}
