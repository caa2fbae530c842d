open module software.amazon.awssdk.eventstream {
  exports software.amazon.awssdk.eventstream;
  exports software.amazon.awssdk.eventstream.internal;
}
