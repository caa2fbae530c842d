open module software.amazon.awssdk.endpoints {
  exports software.amazon.awssdk.endpoints;
}
