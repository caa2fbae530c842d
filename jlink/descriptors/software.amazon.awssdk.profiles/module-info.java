open module software.amazon.awssdk.profiles {
  requires org.slf4j;
  requires transitive software.amazon.awssdk.utils;

  exports software.amazon.awssdk.profiles;
  exports software.amazon.awssdk.profiles.internal;
}
