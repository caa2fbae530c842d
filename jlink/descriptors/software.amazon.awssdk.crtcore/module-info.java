open module software.amazon.awssdk.crtcore {
  requires transitive org.reactivestreams;
  requires software.amazon.awssdk.utils;

  exports software.amazon.awssdk.crtcore;
}
