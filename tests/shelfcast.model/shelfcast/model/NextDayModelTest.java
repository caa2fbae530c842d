package shelfcast.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ojalgo.matrix.store.R032Store;
import shelfcast.features.MinMaxScaler;
import shelfcast.lstm.Architecture;
import shelfcast.lstm.Network;

class NextDayModelTest {
  private static final Optional<String> POOLED = Optional.empty();

  /** A network whose only weight that is not zero is one it answers with: its dense bias. */
  private static Network constant(float answer) {
    return with("dense.bias", answer);
  }

  private static Network with(String parameter, float value) {
    Architecture architecture = new Architecture(2, 4, 1, 1);
    SequencedMap<String, R032Store> values = new LinkedHashMap<>();
    Network.initial(architecture, 1)
        .parameters()
        .forEach((name, tensor) ->
            values.put(name, R032Store.FACTORY.make(tensor.getRowDim(), tensor.getColDim())));
    values.get(parameter).data[0] = value;
    return Network.of(architecture, values);
  }

  private static double predict(NextDayModel model, double lag1, double mean) {
    return model.session().predict(lag1, mean, POOLED);
  }

  @Test
  void answersWhatTheNetworkSaysBetweenTheScalers() {
    Network network = Samples.network(3);
    float[] output = new float[1];
    network.predictor().predict(new float[] {0.5f, 0.25f}, 1, output);
    double predicted = predict(NextDayModel.of(network, Samples.scalers(), true), 300, 200);
    assertEquals(100 + 400 * output[0], predicted, 1e-3);
  }

  @Test
  void aNamedSeriesHasScalersOfItsOwn() {
    NextDayModel.Session session =
        NextDayModel.of(constant(0.5f), Samples.scalers(), false).session();
    assertEquals(300, session.predict(1, 1, POOLED));
    assertEquals(150, session.predict(1, 1, Optional.of("bread")));
    assertEquals(250, session.predict(1, 1, Optional.of("Brötchen/Süd")));
  }

  @Test
  void anUnknownSeriesIsNamedInTheError() {
    NextDayModel.Session session = NextDayModel.of(constant(0), Samples.scalers(), false).session();
    UnknownSeriesException unknown =
        assertThrows(
            UnknownSeriesException.class, () -> session.predict(1, 1, Optional.of("cake")));
    assertEquals("the model has not been trained on a series \"cake\"", unknown.getMessage());
  }

  @Test
  void isNegativeOnlyIfReturnsWereKept() {
    Network below = constant(-1);
    assertEquals(0, predict(NextDayModel.of(below, Samples.scalers(), false), 1, 1));
    assertEquals(-300, predict(NextDayModel.of(below, Samples.scalers(), true), 1, 1));
  }

  @Property(tries = 500)
  void isFiniteForAnyFiniteInputAndAnyScaler(
      @ForAll double lag1,
      @ForAll double mean,
      @ForAll float a,
      @ForAll float b,
      @ForAll @FloatRange(min = -1e20f, max = 1e20f) float weight,
      @ForAll boolean returnsKept) {
    MinMaxScaler scaler = new MinMaxScaler(Math.min(a, b), Math.max(a, b));
    for (String parameter : List.of("lstm.weight_ih_l0", "dense.weight", "dense.bias")) {
      NextDayModel model =
          NextDayModel.of(
              with(parameter, weight), new Scalers(scaler, new TreeMap<>()), returnsKept);
      double predicted = predict(model, lag1, mean);
      assertTrue(Double.isFinite(predicted), () -> "predicted " + predicted);
      assertTrue(returnsKept || predicted >= 0, () -> "predicted " + predicted);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, Double.MIN_VALUE, 1e38, 1e308, Double.MAX_VALUE})
  void farBeyondTheDataAnInputChangesNothingMore(double lag1) {
    NextDayModel model = NextDayModel.of(Samples.network(5), Samples.scalers(), true);
    assertTrue(Math.abs(predict(model, lag1, lag1)) < 2000);
    assertEquals(predict(model, 1e300, 1e300), predict(model, 1e301, 1e301));
  }

  @Test
  void aConstantColumnAnswersItsConstant() {
    Scalers constant = new Scalers(new MinMaxScaler(7, 7), new TreeMap<>());
    NextDayModel model = NextDayModel.of(Samples.network(5), constant, false);
    assertEquals(7, predict(model, 7, 7));
    assertEquals(7, predict(model, 1e308, 0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFiniteIsRefused(double wrong) {
    for (NextDayModel model :
        List.of(NextDayModel.identity(), NextDayModel.of(constant(0), Samples.scalers(), false))) {
      assertThrows(IllegalArgumentException.class, () -> predict(model, wrong, 1));
      assertThrows(IllegalArgumentException.class, () -> predict(model, 1, wrong));
    }
  }

  @Test
  void weightsThatCouldOverflowAreRefused() {
    Network network = with("dense.bias", 1.1e20f);
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> NextDayModel.of(network, Samples.scalers(), false));
    assertTrue(refused.getMessage().contains("dense.bias"), refused.getMessage());
  }

  @Test
  void aNetworkOfAnotherShapeIsRefused() {
    Network network = Network.initial(new Architecture(3, 4, 1, 1), 1);
    assertThrows(
        IllegalArgumentException.class, () -> NextDayModel.of(network, Samples.scalers(), false));
  }

  @Test
  void theIdentityAnswersTheDayBeforeForAnySeries() {
    NextDayModel.Session session = NextDayModel.identity().session();
    assertEquals(300, session.predict(300, 1, POOLED));
    assertEquals(1e308, session.predict(1e308, 1, Optional.of("cake")));
    assertEquals(0, session.predict(-1, 1, POOLED));
  }

  @Test
  void threadsWithSessionsOfTheirOwnDoNotDisturbEachOther() {
    NextDayModel model = NextDayModel.of(Samples.network(9), Samples.scalers(), false);
    List<Double> alone = IntStream.range(0, 200).mapToObj(i -> predict(model, i, 300 - i)).toList();
    List<Double> together =
        IntStream.range(0, 200).parallel().mapToObj(i -> predict(model, i, 300 - i)).toList();
    assertEquals(alone, together);
  }

  @Test
  void scalersAreCopied() {
    TreeMap<String, MinMaxScaler> bySeries = new TreeMap<>(Map.of("a", new MinMaxScaler(0, 1)));
    Scalers scalers = new Scalers(new MinMaxScaler(0, 1), bySeries);
    bySeries.clear();
    assertEquals(new MinMaxScaler(0, 1), scalers.bySeries().get("a"));
  }
}
