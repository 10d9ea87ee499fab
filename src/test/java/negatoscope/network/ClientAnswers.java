package negatoscope.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import negatoscope.dicom.DicomToolkit;
import negatoscope.film.Film;
import negatoscope.intake.Intake;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.library.Model;
import negatoscope.network.graph.Initialisers;
import negatoscope.task.AtomicFiles;
import negatoscope.tensor.FilmTensor;
import negatoscope.tensor.Npy;
import negatoscope.tensor.TensorOptions;

/**
 * Writes models with the answers that the workstation gives, for {@code
 * packaging/python/check_model.py} to compare with: the bundled model, and one with drawn weights
 * for each backbone and each kind of head. In a folder a model: {@code saved_model.pb}, {@code
 * films.npy} (five of the sample studies, [5, side, side, 1]), and {@code
 * SIGNATURE-COUNT-OUTPUT.npy} for batches of one and five.
 */
public final class ClientAnswers {
  private static final int FILMS = 5;
  private static final int CLASSES = 3;
  private static final float CALM = 0.7f;

  /** The least that every backbone takes is below. */
  private static final int SIDE = 96;

  private final Engine engine = Engines.start();
  private final Path out;

  private ClientAnswers(Path out) {
    this.out = out;
  }

  /** The folder to write to; it is emptied first. */
  public static void main(String[] arguments) throws IOException {
    ClientAnswers answers = new ClientAnswers(Path.of(arguments[0]).toAbsolutePath());
    AtomicFiles.delete(answers.out);
    answers.bundled();
    for (Backbone backbone : Backbone.values()) {
      answers.drawn(backbone, "compact", HeadSpec.compact(64));
      answers.drawn(backbone, "published", new HeadSpec.Published(32, 64));
    }
  }

  private void bundled() throws IOException {
    Model model = new Library(Home.ofSystem()).bundled();
    Path folder = Files.createDirectories(out.resolve(model.card().name()));
    Files.copy(model.folder().resolve(Model.GRAPH), folder.resolve(Model.GRAPH));
    ask(folder, model.card().tensorOptions());
  }

  private void drawn(Backbone backbone, String name, HeadSpec head) throws IOException {
    NetworkSpec spec = new NetworkSpec(backbone, head, CLASSES, SIDE);
    Weights weights = calm(RandomBackbone.of(backbone, 7));
    weights = weights.with(Initialisers.missing(spec, weights, 3));
    Path folder = Files.createDirectories(out.resolve(backbone.id() + "-" + name));
    engine.export(spec, weights, 1.5, folder);
    ask(folder, new TensorOptions(SIDE, TensorOptions.Fit.LETTERBOX));
  }

  /**
   * The same weights with smaller kernels. Drawn ones make activations grow from layer to layer, as
   * no trained network's do, and then the last bits of two processors' kernels grow too.
   */
  private static Weights calm(Weights drawn) {
    Map<String, WeightTensor> tensors = new LinkedHashMap<>();
    drawn
        .asMap()
        .forEach(
            (name, tensor) -> {
              float[] values = tensor.values().clone();
              if (name.endsWith("kernel")) {
                for (int i = 0; i < values.length; i++) {
                  values[i] *= CALM;
                }
              }
              tensors.put(name, new WeightTensor(tensor.shape(), values));
            });
    return new Weights(tensors);
  }

  private void ask(Path folder, TensorOptions options) throws IOException {
    int side = options.side();
    float[] films = films(options);
    write(folder, "films", films, FILMS, side, side, 1);
    try (ServingModel served = engine.open(folder, Device.CPU)) {
      for (int count : new int[] {1, FILMS}) {
        float[] batch = Arrays.copyOf(films, count * side * side);
        String plain = "serving_default-" + count + "-";
        write(folder, plain, served.run(batch, count, EnumSet.noneOf(CamMethod.class)));
        String explained = "explain-" + count + "-";
        write(folder, explained, served.run(batch, count, EnumSet.allOf(CamMethod.class)));
      }
    }
  }

  private static void write(Path folder, String before, NetworkAnswer answer) {
    Map<String, float[][]> rows =
        Map.of(
            "logits", answer.logits(),
            "probabilities", answer.probabilities(),
            "embedding", answer.embeddings());
    rows.forEach(
        (name, values) ->
            write(folder, before + name, joined(values), values.length, values[0].length));
    answer
        .cams()
        .forEach(
            (method, maps) -> {
              float[][] films = Stream.of(maps).map(ClientAnswers::joined).toArray(float[][]::new);
              write(
                  folder,
                  before + method.name().toLowerCase(Locale.ROOT),
                  joined(films),
                  maps.length,
                  maps[0].length,
                  answer.rows(),
                  answer.columns());
            });
  }

  private static void write(Path folder, String name, float[] values, int... shape) {
    AtomicFiles.write(folder.resolve(name + ".npy"), file -> file.write(Npy.encode(values, shape)));
  }

  private static float[] joined(float[][] rows) {
    float[] all = new float[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, all, i * rows[i].length, rows[i].length);
    }
    return all;
  }

  private static float[] films(TensorOptions options) throws IOException {
    List<float[]> tensors = new ArrayList<>();
    Intake intake = new Intake(DicomToolkit.preferred());
    for (Path file : intake.list(Path.of("sample-studies")).films()) {
      for (Film film : intake.open(file)) {
        tensors.add(FilmTensor.of(film, options).values());
      }
    }
    return joined(tensors.subList(0, FILMS).toArray(float[][]::new));
  }
}
