open module software.amazon.awssdk.arns {
  requires transitive software.amazon.awssdk.utils;

  exports software.amazon.awssdk.arns;
}
