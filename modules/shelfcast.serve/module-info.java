/**
 * The prediction server: answers {@code POST /predict} from the champion in the store, or from the
 * identity model while the store has none, and shows how it is doing on {@code /health}, {@code
 * /ready}, {@code /metrics}, {@code /model} and a page at {@code /}.
 *
 * <p>Requests are read, answered and written on Undertow's IO threads without blocking. One
 * background thread looks at {@code current.json}; it loads and checks a new champion completely
 * before it swaps the single reference that requests read. Nothing here can judge or change a
 * model, and nothing is exported: other programs talk to it by HTTP.
 */
module shelfcast.serve {
  requires com.fasterxml.jackson.core;
  requires io.prometheus.metrics.core;
  requires io.prometheus.metrics.model;
  requires io.prometheus.writer.text;
  requires java.logging;
  requires org.jboss.xnio;
  requires shelfcast.command;
  requires shelfcast.model;
  requires undertow.core;
}
