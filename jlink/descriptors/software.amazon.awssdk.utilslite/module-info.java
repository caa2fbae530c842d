open module software.amazon.awssdk.utilslite {
  exports software.amazon.awssdk.utilslite;
}
