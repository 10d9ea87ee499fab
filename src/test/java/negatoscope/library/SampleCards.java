package negatoscope.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import negatoscope.library.card.CardCalibration;
import negatoscope.library.card.CardEmbedding;
import negatoscope.library.card.CardFile;
import negatoscope.library.card.CardHead;
import negatoscope.library.card.CardInput;
import negatoscope.library.card.CardInterval;
import negatoscope.library.card.CardProbes;
import negatoscope.library.card.CardTest;
import negatoscope.library.card.CardTraining;
import negatoscope.library.card.CardWeights;
import negatoscope.library.card.ModelCard;
import negatoscope.network.HeadSpec;
import negatoscope.tensor.TensorOptions;
import org.jspecify.annotations.Nullable;

/** Cards and model folders for tests; their graphs are no graphs. */
public final class SampleCards {
  private SampleCards() {}

  /** A calibrated card with every part filled. */
  public static ModelCard full(String name) {
    return card(
        name,
        new CardCalibration(1.25),
        embedding(),
        new TensorOptions(32, TensorOptions.Fit.LETTERBOX));
  }

  /** A card with the given calibration, embedding and input. */
  public static ModelCard card(
      String name,
      @Nullable CardCalibration calibration,
      @Nullable CardEmbedding embedding,
      TensorOptions input) {
    return new ModelCard(
        "0".repeat(64),
        name,
        "1",
        "2026-11-23T12:00:00Z",
        List.of("covid-19", "pneumonia", "normal"),
        "mobilenet-v2",
        CardHead.of(HeadSpec.compact(2)),
        CardInput.of(input),
        training(),
        test(),
        new CardProbes(new CardProbes.Probe(0.5, 0.75, false), null),
        calibration,
        embedding,
        List.of("Not for diagnosis."),
        new CardWeights("start.h5", "f".repeat(64), "MIT"));
  }

  private static CardTraining training() {
    return new CardTraining(
        new CardTraining.Data(9, 7, Map.of("normal", 9), Map.of("nih", 9)),
        new CardTraining.Split(11, Map.of("train", 9), "patient"),
        "recommended",
        "RMSprop",
        3,
        2,
        4.5,
        Map.of("tensorflow", "2.16.2"),
        "block_13",
        115,
        false);
  }

  private static CardTest test() {
    return new CardTest(
        4,
        0.75,
        0.875,
        0.5,
        0.03125,
        Map.of("normal", new CardTest.PerClass(4, 1, 0.75, 0, 0.857, null)),
        Map.of("nih", new CardTest.PerCollection(4, 0.75, null, new CardInterval(0.5, 1))),
        List.of(
            new CardTest.InsideCollection(
                "nih", "pneumonia", "normal", 4, 0.8, new CardInterval(0.7, 0.9))),
        Map.of("accuracy", new CardInterval(0.5, 1)),
        1);
  }

  private static CardEmbedding embedding() {
    return new CardEmbedding(
        new float[] {0.5f, -0.25f},
        new float[][] {{1, 0}},
        new float[] {2},
        0.5,
        new CardEmbedding.Limits(3, 6));
  }

  /** A SavedModel without a graph, as text: a note, and signatures of the given names. */
  public static String graph(String note, String... signatures) {
    StringBuilder metaGraph = new StringBuilder(field(1, note));
    for (String signature : signatures) {
      metaGraph.append(field(5, field(1, signature)));
    }
    return field(2, metaGraph.toString());
  }

  /** A graph with the signatures that this program writes. */
  public static String graph(String note) {
    return graph(note, "explain", "serving_default");
  }

  /** A field of a protocol buffer whose bytes are all below 128, so that it is text as well. */
  private static String field(int number, String value) {
    if (value.length() > 127) {
      throw new IllegalArgumentException("too long for this simple form");
    }
    return "" + (char) (number << 3 | 2) + (char) value.length() + value;
  }

  /** Writes a model folder whose graph is the given text, the card's id fitting. */
  public static Model write(Path folder, ModelCard card, String graph) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(Model.GRAPH), graph);
      Files.writeString(folder.resolve(Model.EVALUATION), "{}");
      Files.writeString(folder.resolve(Model.LICENCES), "none");
      String text = CardFile.format(card).replace(card.id(), ModelId.of(folder));
      Files.writeString(folder.resolve(Model.CARD), text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Model.of(folder);
  }
}
