package shelfcast.lstm;

import java.util.List;

/**
 * What training gave.
 *
 * @param network the trained network
 * @param history the epochs that were run, in order
 * @param bestEpoch the epoch, from 1, after which the network had these weights: the one with the
 *     smallest loss if there was early stopping, else the last
 */
public record Fit(Network network, List<EpochLoss> history, int bestEpoch) {

  /** Copies the history. */
  public Fit {
    history = List.copyOf(history);
  }
}
