/**
 * The programs that make models and look after them: train, backtest, forecast, monitor and model.
 * This room turns keys into options, connects places, tables, networks and the registry in the
 * right order, and turns what happened into messages and exit codes; what is computed is computed
 * in the rooms below.
 */
module shelfcast.train {
  requires com.fasterxml.jackson.databind;
  requires shelfcast.command;
  requires shelfcast.evaluate;
  requires shelfcast.ingest;
}
