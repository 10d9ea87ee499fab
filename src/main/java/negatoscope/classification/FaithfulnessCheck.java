package negatoscope.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import negatoscope.network.NetworkAnswer;
import negatoscope.network.ServingModel;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import negatoscope.tensor.FilmTensor;

/**
 * Measures {@link Faithfulness}: deletion and insertion in {@link #SHARES} steps by the map, and by
 * {@link #RANDOM_MAPS} maps of the same size drawn at random.
 */
final class FaithfulnessCheck extends Check<Faithfulness> {
  /** Steps from the whole film to the blurred one. */
  static final int SHARES = 32;

  /** Maps drawn at random, whose mean is the figure to compare with. */
  static final int RANDOM_MAPS = 3;

  /**
   * Standard deviation of the blur as a share of the tensor's side: half a cell of a map of 8 × 8,
   * so that a blurred place keeps its brightness and loses what is drawn in it.
   */
  static final double BLUR = 1 / 16.0;

  /**
   * A film to ask about: sharp in the hottest pixels and blurred in the rest, or the other way.
   *
   * @param order number of the map
   * @param share of the pixels that are the hottest, in steps
   */
  private record Question(int order, boolean insertion, int share) {}

  private final FilmTensor sharp;
  private final float[] blurred;
  private final int classIndex;
  private final int mostInBatch;
  private final List<PixelOrder> orders;
  private final List<Question> questions;
  private final List<Double> probabilities = new ArrayList<>();

  /**
   * A check of one map.
   *
   * @param sharp the film of the map
   * @param classIndex of the map's class
   * @param mostInBatch films in a run of the network, at most
   */
  FaithfulnessCheck(
      FilmTensor sharp,
      HeatMap map,
      int classIndex,
      int mostInBatch,
      Progress progress,
      Cancellation cancellation) {
    super(
        "Blurring the film place by place",
        (questions().size() + mostInBatch - 1) / mostInBatch,
        progress,
        cancellation);
    this.sharp = sharp;
    this.classIndex = classIndex;
    this.mostInBatch = mostInBatch;
    this.questions = questions();
    int side = sharp.side();
    this.blurred = GaussianBlur.of(sharp.values(), side, BLUR * side);
    this.orders = new ArrayList<>();
    orders.add(PixelOrder.by(map.values(), map.rows(), map.columns(), side, 0));
    for (int seed = 1; seed <= RANDOM_MAPS; seed++) {
      orders.add(PixelOrder.drawn(map.rows(), map.columns(), side, seed));
    }
  }

  /** The whole film and the blurred one, then what lies between them, map by map. */
  private static List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    questions.add(new Question(0, false, 0));
    questions.add(new Question(0, true, 0));
    for (int order = 0; order <= RANDOM_MAPS; order++) {
      for (boolean insertion : new boolean[] {false, true}) {
        for (int share = 1; share < SHARES; share++) {
          questions.add(new Question(order, insertion, share));
        }
      }
    }
    return questions;
  }

  @Override
  void run(int step, ServingModel served) {
    int from = step * mostInBatch;
    List<Question> batch = questions.subList(from, Math.min(questions.size(), from + mostInBatch));
    int size = sharp.values().length;
    float[] films = new float[batch.size() * size];
    for (int i = 0; i < batch.size(); i++) {
      Question asked = batch.get(i);
      float[] hottest = asked.insertion() ? sharp.values() : blurred;
      float[] rest = asked.insertion() ? blurred : sharp.values();
      double share = asked.share() / (double) SHARES;
      orders.get(asked.order()).mix(hottest, rest, share, films, i * size);
    }
    NetworkAnswer answer = served.run(films, batch.size(), Set.of());
    for (int i = 0; i < batch.size(); i++) {
      float probability = answer.probabilities()[i][classIndex];
      if (!Float.isFinite(probability)) {
        throw new Failure(
            ErrorCode.NOT_FINITE,
            "The probabilities of the model are not finite for this film with a part blurred.",
            "Use another model.");
      }
      probabilities.add((double) probability);
    }
  }

  @Override
  Faithfulness result() {
    List<Double> deletion = curve(0, false);
    List<Double> insertion = curve(0, true);
    double randomDeletion = 0;
    double randomInsertion = 0;
    for (int order = 1; order <= RANDOM_MAPS; order++) {
      randomDeletion += Faithfulness.area(curve(order, false)) / RANDOM_MAPS;
      randomInsertion += Faithfulness.area(curve(order, true)) / RANDOM_MAPS;
    }
    return new Faithfulness(
        Faithfulness.area(deletion),
        Faithfulness.area(insertion),
        randomDeletion,
        randomInsertion,
        deletion,
        insertion);
  }

  private List<Double> curve(int order, boolean insertion) {
    double wholeFilm = probabilities.get(0);
    double allBlurred = probabilities.get(1);
    int first = 2 + (2 * order + (insertion ? 1 : 0)) * (SHARES - 1);
    List<Double> curve = new ArrayList<>();
    curve.add(insertion ? allBlurred : wholeFilm);
    curve.addAll(probabilities.subList(first, first + SHARES - 1));
    curve.add(insertion ? wholeFilm : allBlurred);
    return curve;
  }
}
