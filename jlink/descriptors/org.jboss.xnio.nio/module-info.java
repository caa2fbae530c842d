/*
 * Corrected by hand: the name (the jar has none).
 */
open module org.jboss.xnio.nio {
  requires transitive org.jboss.logging;
  requires transitive org.jboss.xnio;
  requires org.wildfly.common;

  exports org.xnio.nio;

  provides org.xnio.XnioProvider with
      org.xnio.nio.NioXnioProvider;
}
