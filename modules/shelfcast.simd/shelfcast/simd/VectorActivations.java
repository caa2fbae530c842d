package shelfcast.simd;

import static shelfcast.lstm.Activations.C2;
import static shelfcast.lstm.Activations.C3;
import static shelfcast.lstm.Activations.C4;
import static shelfcast.lstm.Activations.C5;
import static shelfcast.lstm.Activations.C6;
import static shelfcast.lstm.Activations.C7;
import static shelfcast.lstm.Activations.LN2_HIGH;
import static shelfcast.lstm.Activations.LN2_LOW;
import static shelfcast.lstm.Activations.LOG2_E;
import static shelfcast.lstm.Activations.MANTISSA_BITS;
import static shelfcast.lstm.Activations.ONE_BITS;
import static shelfcast.lstm.Activations.ROUNDER;
import static shelfcast.lstm.Activations.SIGMOID_LIMIT;
import static shelfcast.lstm.Activations.TANH_LIMIT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import shelfcast.lstm.Activations;

/** {@link Activations}, operation by operation, in every lane of a vector. */
final class VectorActivations {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  private VectorActivations() {}

  /** {@link Activations#sigmoid}. */
  static FloatVector sigmoid(FloatVector x) {
    FloatVector y = x.min(SIGMOID_LIMIT).max(-SIGMOID_LIMIT).neg();
    FloatVector rounded = y.fma(all(LOG2_E), all(ROUNDER));
    FloatVector power = power(rounded);
    FloatVector one = all(1f);
    return one.div(one.add(power.fma(expm1(y, rounded), power)));
  }

  /** {@link Activations#tanh}. */
  static FloatVector tanh(FloatVector x) {
    FloatVector y = x.min(TANH_LIMIT).max(-TANH_LIMIT).mul(2f);
    FloatVector rounded = y.fma(all(LOG2_E), all(ROUNDER));
    FloatVector power = power(rounded);
    FloatVector e = power.fma(expm1(y, rounded), power.sub(1f));
    return e.div(e.add(2f));
  }

  private static FloatVector power(FloatVector rounded) {
    return rounded
        .reinterpretAsInts()
        .lanewise(VectorOperators.LSHL, MANTISSA_BITS)
        .add(ONE_BITS)
        .reinterpretAsFloats();
  }

  private static FloatVector expm1(FloatVector y, FloatVector rounded) {
    FloatVector n = rounded.sub(ROUNDER);
    FloatVector r = n.fma(all(-LN2_LOW), n.fma(all(-LN2_HIGH), y));
    FloatVector q = all(C7).fma(r, all(C6));
    q = q.fma(r, all(C5));
    q = q.fma(r, all(C4));
    q = q.fma(r, all(C3));
    q = q.fma(r, all(C2));
    return q.fma(r.mul(r), r);
  }

  private static FloatVector all(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }
}
