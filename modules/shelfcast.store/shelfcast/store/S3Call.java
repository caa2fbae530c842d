package shelfcast.store;

/**
 * What is asked of S3, and which permission that takes (Service Authorization Reference, "Amazon
 * S3").
 */
enum S3Call {
  READ("read", "s3:GetObject"),
  WRITE("write", "s3:PutObject"),
  LIST("list", "s3:ListBucket"),
  DELETE("delete", "s3:DeleteObject");

  private final String verb;
  private final String action;

  S3Call(String verb, String action) {
    this.verb = verb;
    this.action = action;
  }

  /** For a sentence that starts with "cannot". */
  String verb() {
    return verb;
  }

  /** The IAM action. */
  String action() {
    return action;
  }

  /**
   * What the action is allowed or refused on.
   *
   * @param bucket the bucket
   * @param s3Key the whole key
   * @return an ARN
   */
  String resource(String bucket, String s3Key) {
    String arn = "arn:aws:s3:::" + bucket;
    return this == LIST ? arn : arn + "/" + s3Key;
  }
}
