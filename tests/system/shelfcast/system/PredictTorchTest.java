package shelfcast.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import shelfcast.testing.Server;

/** {@code /predict} says what PyTorch computes from the same file of weights. */
@Execution(ExecutionMode.CONCURRENT)
class PredictTorchTest {
  /** Relative. */
  private static final double TOLERANCE = 1e-4;

  /** Written by {@code predict_torch.py}. */
  private static final Path EXPECTED = Path.of("tests/system/predict_torch.json");

  @TempDir private Path temporary;

  @Test
  void predictsWhatPyTorchDoes() throws IOException {
    JsonNode expected = Depot.parse(Files.readString(EXPECTED));
    Depot depot = Depot.withChampion(temporary);
    assertEquals(
        depot.champion(),
        expected.path("version").asText(),
        EXPECTED + " was made from another bundle; make it anew as predict_torch.py says");
    assertTrue(expected.path("predictions").size() >= 100);
    try (Server server = depot.serveReady()) {
      for (JsonNode row : expected.path("predictions")) {
        HttpResponse<String> answer = server.post("/predict", row.path("request").toString());
        assertEquals(200, answer.statusCode(), answer.body());
        double prediction = Depot.parse(answer.body()).path("prediction").doubleValue();
        double torch = row.path("prediction").doubleValue();
        assertTrue(
            Math.abs(prediction - torch) <= TOLERANCE * torch,
            () -> row + " is predicted as " + prediction);
      }
    }
  }
}
