/*
 * Corrected by hand: the name (the jar has none).
 */
open module org.wildfly.client.config {
  requires transitive java.xml;
  requires org.jboss.logging;
  requires transitive org.wildfly.common;

  exports org.wildfly.client.config;
  exports org.wildfly.client.config._private;
}
