/*
 * Corrected by hand: the name (the jar has none) and the uses, which jdeps does not see.
 */
open module org.jboss.xnio {
  requires transitive java.logging;
  requires java.management;
  requires transitive java.security.sasl;
  requires transitive org.jboss.logging;
  requires org.jboss.threads;
  requires org.wildfly.client.config;
  requires transitive org.wildfly.common;

  exports org.xnio;
  exports org.xnio._private;
  exports org.xnio.channels;
  exports org.xnio.conduits;
  exports org.xnio.http;
  exports org.xnio.management;
  exports org.xnio.sasl;
  exports org.xnio.ssl;
  exports org.xnio.streams;

  uses org.xnio.XnioProvider;
}
