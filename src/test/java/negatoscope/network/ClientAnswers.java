package negatoscope.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import negatoscope.dicom.DicomToolkit;
import negatoscope.film.Film;
import negatoscope.intake.Intake;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.library.Model;
import negatoscope.network.graph.Initialisers;
import negatoscope.network.weights.BackboneWeights;
import negatoscope.network.weights.WeightFiles;
import negatoscope.task.AtomicFiles;
import negatoscope.tensor.FilmTensor;
import negatoscope.tensor.Npy;
import negatoscope.tensor.TensorOptions;
import negatoscope.testing.Shared;
import negatoscope.testing.SharedFilms;

/**
 * Writes models with the answers that the workstation gives, for {@code
 * packaging/python/check_model.py} to compare with. Below {@code trained} the bundled model, and
 * other trained weights of MobileNetV2 with both kinds of head; below {@code calibrated} each
 * backbone with both kinds of head, drawn and with batch norms calibrated on films. In a folder a
 * model: {@code saved_model.pb}, {@code films.npy} (five real films, [5, side, side, 1]), and
 * {@code SIGNATURE-COUNT-OUTPUT.npy} for batches of one and five.
 */
public final class ClientAnswers {
  private static final int FILMS = 5;
  private static final int CLASSES = 3;
  private static final int CALIBRATING = 16;
  private static final String TRAINED = "trained/";
  private static final String CALIBRATED = "calibrated/";

  /** Last feature maps are 3 x 3 or 5 x 5 then. */
  private static final int SIDE = 160;

  private static final TensorOptions OPTIONS = new TensorOptions(SIDE, TensorOptions.Fit.LETTERBOX);

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
    answers.real();
    for (Backbone backbone : Backbone.values()) {
      answers.made(backbone);
    }
  }

  private void bundled() throws IOException {
    Model model = new Library(Home.ofSystem()).bundled();
    Path folder = Files.createDirectories(out.resolve(TRAINED + model.card().name()));
    Files.copy(model.folder().resolve(Model.GRAPH), folder.resolve(Model.GRAPH));
    ask(folder, model.card().tensorOptions());
  }

  private void made(Backbone backbone) throws IOException {
    float[] films = films(SharedFilms.ofSplit("validation"), CALIBRATING, OPTIONS);
    for (NetworkSpec spec : specs(backbone)) {
      made(spec, CalibratedBackbone.of(spec, 7, films), CALIBRATED + backbone.id());
    }
  }

  private void real() throws IOException {
    BackboneWeights read =
        WeightFiles.read(Shared.path("keras/mobilenet_v2_transfer_notop.h5"), Optional.empty());
    for (NetworkSpec spec : specs(read.backbone())) {
      made(spec, read.weights(), TRAINED + "mobilenet-v2-transfer");
    }
  }

  private static List<NetworkSpec> specs(Backbone backbone) {
    return List.of(
        new NetworkSpec(backbone, HeadSpec.compact(64), CLASSES, SIDE),
        new NetworkSpec(backbone, new HeadSpec.Published(32, 64), CLASSES, SIDE));
  }

  private void made(NetworkSpec spec, Weights weights, String name) throws IOException {
    String head = spec.head() instanceof HeadSpec.Published ? "-published" : "-compact";
    Path folder = Files.createDirectories(out.resolve(name + head));
    Weights all = weights.with(Initialisers.missing(spec, weights, 5));
    engine.export(spec, all, 1.5, folder);
    ask(folder, OPTIONS);
  }

  private void ask(Path folder, TensorOptions options) throws IOException {
    int side = options.side();
    float[] films = films(SharedFilms.ofSplit("test"), FILMS, options);
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

  /** Some of the films, evenly from all of them, one behind the other. */
  private static float[] films(List<Path> files, int count, TensorOptions options)
      throws IOException {
    Intake intake = new Intake(DicomToolkit.preferred());
    float[][] tensors = new float[count][];
    for (int i = 0; i < count; i++) {
      Film film = intake.openFirst(files.get(i * files.size() / count));
      tensors[i] = FilmTensor.of(film, options).values();
    }
    return joined(tensors);
  }
}
