open module software.amazon.awssdk.protocols.xml {
  requires transitive software.amazon.awssdk.awscore;
  requires transitive software.amazon.awssdk.core;
  requires transitive software.amazon.awssdk.http;
  requires software.amazon.awssdk.metrics;
  requires transitive software.amazon.awssdk.protocols.core;
  requires transitive software.amazon.awssdk.protocols.query;
  requires software.amazon.awssdk.utils;

  exports software.amazon.awssdk.protocols.xml;
  exports software.amazon.awssdk.protocols.xml.internal.marshall;
  exports software.amazon.awssdk.protocols.xml.internal.unmarshall;
}
