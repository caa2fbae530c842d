package shelfcast.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTest {
  @ParameterizedTest
  @CsvSource({
    "file:./var/store, var/store, file:./var/store",
    "file:var/store, var/store, file:./var/store",
    "./var/store, var/store, file:./var/store",
    "var/store/, var/store, file:./var/store",
    "file:/srv/store, /srv/store, file:/srv/store",
    "file:///srv/store, /srv/store, file:/srv/store",
    "file://localhost/srv/store, /srv/store, file:/srv/store",
    "/srv/store, /srv/store, file:/srv/store",
    "file:./a%20b, a b, file:./a b",
    "file:./a b, a b, file:./a b",
    "file:./100%25, 100%, file:./100%25",
    "./100%25, 100%25, file:./100%2525",
    "file:../up, ../up, file:../up",
    "file:., '', file:./",
    "., '', file:./",
  })
  void readsFolders(String text, String path, String canonical) {
    Location location = Location.parse(text);
    assertEquals(new Location.Folder(Path.of(path)), location);
    assertEquals(canonical, location.toString());
    assertEquals(location, Location.parse(canonical));
  }

  @ParameterizedTest
  @CsvSource({
    "s3://bucket, bucket, '', s3://bucket",
    "s3://bucket/, bucket, '', s3://bucket",
    "s3://bucket/a/b, bucket, a/b, s3://bucket/a/b",
    "s3://bucket/a/b/, bucket, a/b, s3://bucket/a/b",
    "s3://my.bucket-1/a%20b c, my.bucket-1, a%20b c, s3://my.bucket-1/a%20b c",
  })
  void readsBuckets(String text, String bucket, String prefix, String canonical) {
    Location location = Location.parse(text);
    assertEquals(new Location.Bucket(bucket, prefix), location);
    assertEquals(canonical, location.toString());
    assertEquals(location, Location.parse(canonical));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                        | file:./var/store or s3://bucket/prefix",
        "'  '                      | file:./var/store or s3://bucket/prefix",
        "file:                     | the path is missing",
        "file://                   | the path is missing",
        "file://./var/store        | write file:./var/store for a relative path",
        "file://server/share       | \"server\" stands where a host would",
        "file:./50%                | write a percent sign as %25",
        "file:./50%zz              | write a percent sign as %25",
        "file:~/store              | write your home folder out",
        "FILE:./x                  | write file:./x",
        "S3://bucket/x             | write s3://bucket/x",
        "s3:/bucket/x              | write s3://bucket/x",
        "s3:bucket/x               | write s3://bucket/x",
        "s3a://bucket/x            | write s3://bucket/x",
        "s3://                     | the bucket's name is missing",
        "s3:///x                   | the bucket's name is missing",
        "s3://Bucket/x             | cannot be a bucket's name",
        "s3://ab                   | cannot be a bucket's name",
        "s3://my_bucket            | cannot be a bucket's name",
        "s3://a..b/x               | cannot be a bucket's name",
        "s3://-bucket              | cannot be a bucket's name",
        "s3://127.0.0.1/x          | cannot be a bucket's name",
        "s3://bucket//x            | empty segment",
        "s3://bucket/../x          | empty segment",
        "http://127.0.0.1:9000/b/x | --s3-endpoint",
        "https://b.s3.amazonaws.com/x | write s3://bucket/prefix",
        "arn:aws:s3:::bucket/x     | write a bucket as s3://bucket/prefix",
        "gs://bucket/x             | \"gs\" is not a kind of place",
        "a:b.csv                   | ./a:b.csv if it is a file",
      })
  void saysWhatIsWrong(String text, String hint) {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> Location.parse(text));
    assertTrue(thrown.getMessage().contains(hint), thrown.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "file:./sales.csv, file:./, sales.csv",
    "file:./data/raw/sales.csv, file:./data/raw, sales.csv",
    "file:/sales.csv, file:/, sales.csv",
    "s3://bucket/sales.csv, s3://bucket, sales.csv",
    "s3://bucket/raw/sales.csv, s3://bucket/raw, sales.csv",
  })
  void anObjectIsItsNameInItsParent(String text, String parent, String name) {
    Location location = Location.parse(text);
    assertEquals(Location.parse(parent), location.parent());
    assertEquals(name, location.name());
    assertEquals(location, location.parent().resolve(location.name()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3://bucket", "file:/"})
  void aWholePlaceIsNotAnObject(String text) {
    Location location = Location.parse(text);
    assertThrows(IllegalArgumentException.class, location::parent);
    assertThrows(IllegalArgumentException.class, location::name);
  }

  @Test
  void theWorkingFolderHasANameAndAParent() {
    Location here = Location.parse("file:.");
    assertEquals(Path.of("").toAbsolutePath().getFileName().toString(), here.name());
    assertEquals(Location.parse("file:.."), here.parent());
    assertEquals(Location.parse("file:../.."), here.parent().parent());
  }

  @Test
  void resolvesOnlyInwards() {
    Location store = Location.parse("s3://bucket/store");
    assertEquals(Location.parse("s3://bucket/store/data/raw"), store.resolve("data/raw"));
    assertThrows(IllegalArgumentException.class, () -> store.resolve("../other"));
    assertThrows(
        IllegalArgumentException.class, () -> Location.parse("file:./x").resolve("/etc/passwd"));
  }
}
