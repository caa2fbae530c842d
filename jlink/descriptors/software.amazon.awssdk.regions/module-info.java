open module software.amazon.awssdk.regions {
  requires org.slf4j;
  requires transitive software.amazon.awssdk.core;
  requires transitive software.amazon.awssdk.profiles;
  requires software.amazon.awssdk.protocols.jsoncore;
  requires transitive software.amazon.awssdk.utils;

  exports software.amazon.awssdk.regions;
  exports software.amazon.awssdk.regions.internal;
  exports software.amazon.awssdk.regions.internal.util;
  exports software.amazon.awssdk.regions.partitionmetadata;
  exports software.amazon.awssdk.regions.providers;
  exports software.amazon.awssdk.regions.regionmetadata;
  exports software.amazon.awssdk.regions.servicemetadata;
  exports software.amazon.awssdk.regions.util;
}
