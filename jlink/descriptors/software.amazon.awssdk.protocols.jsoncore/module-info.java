open module software.amazon.awssdk.protocols.jsoncore {
  requires transitive software.amazon.awssdk.thirdparty.jackson.core;
  requires transitive software.amazon.awssdk.utils;

  exports software.amazon.awssdk.protocols.jsoncore;
  exports software.amazon.awssdk.protocols.jsoncore.internal;
}
