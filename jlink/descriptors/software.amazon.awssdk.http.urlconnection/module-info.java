open module software.amazon.awssdk.http.urlconnection {
  requires transitive software.amazon.awssdk.http;
  requires transitive software.amazon.awssdk.utils;

  exports software.amazon.awssdk.http.urlconnection;

  provides software.amazon.awssdk.http.SdkHttpService with
      software.amazon.awssdk.http.urlconnection.UrlConnectionSdkHttpService;
}
