open module software.amazon.awssdk.auth {
  requires transitive org.reactivestreams;
  requires org.slf4j;
  requires transitive software.amazon.awssdk.checksums.spi;
  requires transitive software.amazon.awssdk.core;
  requires software.amazon.awssdk.eventstream;
  requires transitive software.amazon.awssdk.http;
  requires software.amazon.awssdk.http.auth;
  requires software.amazon.awssdk.http.auth.aws;
  requires transitive software.amazon.awssdk.http.auth.spi;
  requires transitive software.amazon.awssdk.identity.spi;
  requires transitive software.amazon.awssdk.profiles;
  requires software.amazon.awssdk.protocols.jsoncore;
  requires transitive software.amazon.awssdk.regions;
  requires transitive software.amazon.awssdk.utils;

  exports software.amazon.awssdk.auth.credentials;
  exports software.amazon.awssdk.auth.credentials.internal;
  exports software.amazon.awssdk.auth.signer;
  exports software.amazon.awssdk.auth.signer.internal;
  exports software.amazon.awssdk.auth.signer.internal.chunkedencoding;
  exports software.amazon.awssdk.auth.signer.internal.util;
  exports software.amazon.awssdk.auth.signer.params;
  exports software.amazon.awssdk.auth.token.credentials;
  exports software.amazon.awssdk.auth.token.credentials.aws;
  exports software.amazon.awssdk.auth.token.internal;
  exports software.amazon.awssdk.auth.token.signer;
  exports software.amazon.awssdk.auth.token.signer.aws;
}
