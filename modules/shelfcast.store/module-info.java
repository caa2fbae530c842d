/**
 * Places where objects are kept: a {@link shelfcast.store.Location} names one, an {@link
 * shelfcast.store.ObjectStore} reads and writes it. A folder and an S3 bucket behave the same,
 * conditional writes included, and pass one shared contract test. The AWS SDK lives only here,
 * behind package-private classes that are loaded when a bucket is opened and not before; {@link
 * shelfcast.store.EcsService} is the one other call to AWS. Every failure is a {@link
 * shelfcast.store.StoreException} whose message can be shown to a person as it is.
 */
module shelfcast.store {
  requires org.slf4j;
  requires software.amazon.awssdk.auth;
  requires software.amazon.awssdk.awscore;
  requires software.amazon.awssdk.core;
  requires software.amazon.awssdk.http;
  requires software.amazon.awssdk.http.auth.aws;
  requires software.amazon.awssdk.http.auth.spi;
  requires software.amazon.awssdk.http.urlconnection;
  requires software.amazon.awssdk.identity.spi;
  requires software.amazon.awssdk.protocols.jsoncore;
  requires software.amazon.awssdk.regions;
  requires software.amazon.awssdk.retries;
  requires software.amazon.awssdk.retries.api;
  requires software.amazon.awssdk.services.s3;
  requires software.amazon.awssdk.utils;

  exports shelfcast.store;

  provides org.slf4j.spi.SLF4JServiceProvider with
      shelfcast.store.logging.NoLogging;
}
