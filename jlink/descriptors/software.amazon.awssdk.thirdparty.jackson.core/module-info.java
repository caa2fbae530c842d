/*
 * Corrected by hand: the shaded packages whose names carry a version (v2_21_8) are not exported.
 */
open module software.amazon.awssdk.thirdparty.jackson.core {
  exports software.amazon.awssdk.thirdparty.jackson.core;
  exports software.amazon.awssdk.thirdparty.jackson.core.async;
  exports software.amazon.awssdk.thirdparty.jackson.core.base;
  exports software.amazon.awssdk.thirdparty.jackson.core.exc;
  exports software.amazon.awssdk.thirdparty.jackson.core.filter;
  exports software.amazon.awssdk.thirdparty.jackson.core.format;
  exports software.amazon.awssdk.thirdparty.jackson.core.io;
  exports software.amazon.awssdk.thirdparty.jackson.core.io.schubfach;
  exports software.amazon.awssdk.thirdparty.jackson.core.json;
  exports software.amazon.awssdk.thirdparty.jackson.core.json.async;
  exports software.amazon.awssdk.thirdparty.jackson.core.sym;
  exports software.amazon.awssdk.thirdparty.jackson.core.type;
  exports software.amazon.awssdk.thirdparty.jackson.core.util;

  provides software.amazon.awssdk.thirdparty.jackson.core.JsonFactory with
      software.amazon.awssdk.thirdparty.jackson.core.JsonFactory;
}
