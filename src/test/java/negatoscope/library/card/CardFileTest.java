package negatoscope.library.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import negatoscope.library.SampleCards;
import negatoscope.network.Backbone;
import negatoscope.network.HeadSpec;
import negatoscope.network.NetworkSpec;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardFileTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void aCardComesBackAsItWasWritten() {
    ModelCard card = SampleCards.full("mine");
    Path file = folder.resolve("card.json");
    CardFile.write(file, card);
    ModelCard back = CardFile.read(file);
    assertThat(CardFile.format(back)).isEqualTo(CardFile.format(card));
    assertThat(back).usingRecursiveComparison().isEqualTo(card);
    assertThat(back.spec())
        .isEqualTo(new NetworkSpec(Backbone.MOBILENET_V2, HeadSpec.compact(2), 3, 32));
  }

  @Test
  void theFieldsAreThoseOfTheDesignPage() throws IOException {
    JsonNode json = JSON.readTree(CardFile.format(SampleCards.full("mine")));
    assertThat(names(json))
        .containsExactly(
            "schema",
            "id",
            "name",
            "version",
            "created",
            "classes",
            "backbone",
            "head",
            "input",
            "training",
            "test",
            "probes",
            "calibration",
            "embedding",
            "limits",
            "weights");
    assertThat(names(json.get("head")))
        .containsExactly("type", "units", "layers", "dropout", "bidirectional", "pooling");
    assertThat(names(json.get("input"))).containsExactly("side", "fit", "interpolation");
    assertThat(names(json.at("/training/data")))
        .containsExactly("films", "patients", "perClass", "perCollection");
    assertThat(names(json.at("/training/split"))).containsExactly("seed", "sizes", "by");
    assertThat(names(json.get("embedding"))).contains("mean", "components", "variances", "limits");
    assertThat(names(json.get("weights"))).containsExactly("name", "sha256", "licence");
    assertThat(json.at("/input/fit").asText()).isEqualTo("letterbox");
    assertThat(json.at("/head/pooling").asText()).isEqualTo("last");
  }

  @Test
  void unknownFieldsSurviveRewritingAtAnyDepth() throws IOException {
    ObjectNode json = (ObjectNode) JSON.readTree(CardFile.format(SampleCards.full("mine")));
    json.put("colour", "green");
    ((ObjectNode) json.get("head")).putArray("gates").add(4);
    ((ObjectNode) json.at("/test/perCollection/nih")).put("films2", 5);
    ModelCard card = parse(json.toString());
    Path file = folder.resolve("card.json");
    CardFile.write(file, card.withName("other"));
    JsonNode back = JSON.readTree(Files.readString(file));
    assertThat(back.get("name").asText()).isEqualTo("other");
    assertThat(back.get("colour").asText()).isEqualTo("green");
    assertThat(back.at("/head/gates/0").asInt()).isEqualTo(4);
    assertThat(back.at("/test/perCollection/nih/films2").asInt()).isEqualTo(5);
    ((ObjectNode) back).put("name", "mine");
    assertThat(back).isEqualTo(JSON.readTree(json.toString()));
  }

  @Test
  void aNewerSchemaIsRefusedBeforeAnythingElseIsLookedAt() {
    Failure failure = refused("{\"schema\": 2, \"classes\": 7}");
    assertThat(failure.code()).isEqualTo(ErrorCode.NEWER_SCHEMA);
    assertThat(failure.sentence()).contains("schema 2");
  }

  @Test
  void aDamagedCardIsABadModel() throws IOException {
    String good = CardFile.format(SampleCards.full("mine"));
    List<String> damaged =
        List.of(
            "",
            "[]",
            "{}",
            "null",
            "{\"schema\": 1}",
            good.substring(0, good.length() / 2),
            good.replace("\"letterbox\"", "\"sideways\""),
            good.replace("\"last\"", "\"first\""),
            good.replace("\"temperature\" : 1.25", "\"temperature\" : 0"),
            good.replace("\"units\" : 2", "\"units\" : 0"),
            good.replace("\"variances\" : [ 2.0 ]", "\"variances\" : [ 2.0, 1.0 ]"),
            good.replace("\"variances\" : [ 2.0 ]", "\"variances\" : [ 0.0 ]"),
            good.replace("\"normal\"", "\"pneumonia\""));
    for (String text : damaged) {
      assertThat(text).isNotEqualTo(good);
      assertThat(refused(text).code()).as(text).isEqualTo(ErrorCode.BAD_MODEL);
    }
    Failure missing =
        catchThrowableOfType(
            Failure.class, () -> CardFile.read(folder.resolve("nothing").resolve("card.json")));
    assertThat(missing.code()).isEqualTo(ErrorCode.BAD_MODEL);
  }

  @Property(tries = 300)
  void aCardCutShortOrChangedInOneByteIsReadOrRefusedInASentence(
      @ForAll @IntRange(max = 4000) int place, @ForAll byte value, @ForAll boolean cut) {
    byte[] bytes = CardFile.format(SampleCards.full("mine")).getBytes(StandardCharsets.UTF_8);
    int at = place % bytes.length;
    byte[] changed = cut ? Arrays.copyOf(bytes, at) : bytes.clone();
    if (!cut) {
      changed[at] = value;
    }
    try {
      CardFile.parse(changed, "of the test");
    } catch (Failure failure) {
      assertThat(failure.code()).isIn(ErrorCode.BAD_MODEL, ErrorCode.NEWER_SCHEMA);
    }
  }

  private static ModelCard parse(String json) {
    return CardFile.parse(json.getBytes(StandardCharsets.UTF_8), "of the test");
  }

  private static Failure refused(String json) {
    return catchThrowableOfType(Failure.class, () -> parse(json));
  }

  private static List<String> names(JsonNode node) {
    return node.properties().stream().map(java.util.Map.Entry::getKey).toList();
  }
}
