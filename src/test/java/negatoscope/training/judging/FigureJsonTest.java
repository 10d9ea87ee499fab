package negatoscope.training.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import negatoscope.evaluation.Predictions;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.api.Test;

/** {@code evaluation.json} has the field names and values of the reference's figures. */
@NeedsShared
class FigureJsonTest {
  /** The reference's check of the scaled probabilities, which no report needs. */
  private static final Set<String> LEFT_OUT = Set.of("first_row_after");

  @Test
  void everyFieldOfTheReferenceIsThereWithItsValue() throws IOException {
    ObjectMapper json = new ObjectMapper();
    for (JsonNode set : json.readTree(Shared.path("keras/metrics.json").toFile()).get("sets")) {
      int[] labels = json.convertValue(set.get("labels"), int[].class);
      double[][] rows = json.convertValue(set.get("probabilities"), double[][].class);
      compare(
          "",
          set.get("expected"),
          json.readTree(
              FigureJson.mapper()
                  .writeValueAsBytes(FigureJson.figures(new Predictions(labels, rows)))));
    }
  }

  private static void compare(String path, JsonNode expected, JsonNode ours) {
    assertThat(ours).as(path).isNotNull();
    if (expected.isObject()) {
      expected
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (!LEFT_OUT.contains(name)) {
                  compare(path + "/" + name, expected.get(name), ours.get(name));
                }
              });
    } else if (expected.isArray()) {
      assertThat(ours.size()).as(path).isEqualTo(expected.size());
      for (int i = 0; i < expected.size(); i++) {
        compare(path + "/" + i, expected.get(i), ours.get(i));
      }
    } else if (expected.isNull()) {
      assertThat(ours.isNull()).as(path).isTrue();
    } else {
      assertThat(ours.asDouble()).as(path).isCloseTo(expected.asDouble(), within(1e-6));
    }
  }
}
