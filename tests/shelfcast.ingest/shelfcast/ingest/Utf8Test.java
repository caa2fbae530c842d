package shelfcast.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class Utf8Test {
  @Property
  void anyBytesAreJudgedAsTheJdkJudgesThem(@ForAll @Size(max = 6) byte[] bytes) {
    assertJudgedAlike(bytes);
  }

  @Test
  void everyLeadAndSecondByteIsJudgedAsTheJdkJudgesIt() {
    for (int lead = 0x80; lead <= 0xff; lead++) {
      for (int second = 0; second <= 0xff; second++) {
        byte continued = (byte) 0x80;
        assertJudgedAlike(new byte[] {(byte) lead, (byte) second});
        assertJudgedAlike(new byte[] {(byte) lead, (byte) second, continued});
        assertJudgedAlike(new byte[] {(byte) lead, (byte) second, continued, continued});
      }
    }
  }

  @Test
  void everyCodePointIsValid() {
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
      if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
        byte[] bytes = Character.toString(point).getBytes(StandardCharsets.UTF_8);
        assertTrue(Utf8.isValid(bytes, 0, bytes.length), Integer.toHexString(point));
      }
    }
  }

  private static void assertJudgedAlike(byte[] bytes) {
    assertEquals(decodes(bytes), Utf8.isValid(bytes, 0, bytes.length));
  }

  private static boolean decodes(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)) != null;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
