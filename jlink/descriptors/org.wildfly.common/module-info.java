/*
 * Corrected by hand: the name (the jar has none).
 */
open module org.wildfly.common {
  requires jdk.unsupported;
  requires transitive org.jboss.logging;

  exports org.wildfly.common;
  exports org.wildfly.common._private;
  exports org.wildfly.common.annotation;
  exports org.wildfly.common.archive;
  exports org.wildfly.common.array;
  exports org.wildfly.common.bytes;
  exports org.wildfly.common.codec;
  exports org.wildfly.common.context;
  exports org.wildfly.common.cpu;
  exports org.wildfly.common.expression;
  exports org.wildfly.common.flags;
  exports org.wildfly.common.function;
  exports org.wildfly.common.iteration;
  exports org.wildfly.common.lock;
  exports org.wildfly.common.math;
  exports org.wildfly.common.net;
  exports org.wildfly.common.os;
  exports org.wildfly.common.ref;
  exports org.wildfly.common.rpc;
  exports org.wildfly.common.selector;
  exports org.wildfly.common.string;
}
