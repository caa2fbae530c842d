open module software.amazon.awssdk.protocols.core {
  requires transitive software.amazon.awssdk.core;
  requires transitive software.amazon.awssdk.http;
  requires transitive software.amazon.awssdk.utils;

  exports software.amazon.awssdk.protocols.core;
}
