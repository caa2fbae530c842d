open module software.amazon.awssdk.protocols.query {
  requires java.xml;
  requires transitive software.amazon.awssdk.awscore;
  requires transitive software.amazon.awssdk.core;
  requires transitive software.amazon.awssdk.http;
  requires software.amazon.awssdk.metrics;
  requires transitive software.amazon.awssdk.protocols.core;
  requires transitive software.amazon.awssdk.utils;

  exports software.amazon.awssdk.protocols.query;
  exports software.amazon.awssdk.protocols.query.internal.marshall;
  exports software.amazon.awssdk.protocols.query.internal.unmarshall;
  exports software.amazon.awssdk.protocols.query.unmarshall;
}
