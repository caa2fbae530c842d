package shelfcast.lstm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrewTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void everyTaskRunsOnceInEveryRound(int threads) {
    int rounds = 2_000;
    int tasks = 7;
    AtomicIntegerArray runs = new AtomicIntegerArray(tasks);
    try (Crew crew = new Crew(threads)) {
      for (int round = 1; round <= rounds; round++) {
        crew.run(tasks, runs::incrementAndGet);
        for (int task = 0; task < tasks; task++) {
          assertEquals(round, runs.get(task));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void whatATaskThrowsArrivesAndTheCrewWorksOn(int threads) {
    IllegalStateException failure = new IllegalStateException("task 4");
    AtomicIntegerArray runs = new AtomicIntegerArray(6);
    try (Crew crew = new Crew(threads)) {
      assertSame(
          failure,
          assertThrows(
              IllegalStateException.class,
              () ->
                  crew.run(
                      6,
                      task -> {
                        if (task == 4) {
                          throw failure;
                        }
                      })));
      crew.run(6, runs::incrementAndGet);
    }
    for (int task = 0; task < 6; task++) {
      assertEquals(1, runs.get(task));
    }
  }
}
