open module software.amazon.awssdk.annotations {
  exports software.amazon.awssdk.annotations;
}
