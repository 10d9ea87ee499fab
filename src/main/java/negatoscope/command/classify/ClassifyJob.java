package negatoscope.command.classify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import negatoscope.classification.Classifier;
import negatoscope.command.conventions.DeviceChoice;
import negatoscope.command.conventions.Exit;
import negatoscope.command.conventions.Format;
import negatoscope.command.conventions.ProgressBar;
import negatoscope.command.surroundings.Console;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.library.Library;
import negatoscope.library.card.ModelCard;
import negatoscope.network.Device;
import negatoscope.task.Progress;

/** Classifying as the terminal shows it: table or JSON, progress, summary, exit code. */
public final class ClassifyJob {
  private final Surroundings around;
  private final List<String> models;
  private final Device device;
  private final Optional<HeatMapChoice> pictures;
  private final Optional<ClassChoice> checked;
  private final Optional<Path> tensors;
  private final Set<String> folders = new HashSet<>();

  /**
   * A job.
   *
   * @param pictures which heat maps are drawn
   * @param checked of which classes heat maps are checked
   * @param tensors where films go as the network sees them
   */
  public ClassifyJob(
      Surroundings around,
      List<String> models,
      Device device,
      Optional<HeatMapChoice> pictures,
      Optional<ClassChoice> checked,
      Optional<Path> tensors) {
    this.around = around;
    this.models = List.copyOf(models);
    this.device = device;
    this.pictures = pictures;
    this.checked = checked;
    this.tensors = tensors;
  }

  /**
   * Classifies what the paths stand for.
   *
   * @return the exit code
   * @throws IllegalArgumentException if a class was asked for that the model does not have
   */
  public int run(List<Path> paths, Format format) {
    Console console = around.console();
    ClassifyRun.Listing listing = ClassifyRun.Listing.of(around.workbench().intake(), paths);
    ProgressBar bar = new ProgressBar(console);
    List<ClassifyRun.Asked> asked = open(bar);
    DeviceChoice.tell(around, device);
    List<ModelCard> cards = asked.stream().map(model -> model.classifier().card()).toList();
    AnswerWriter answers = writer(format, listing, cards);
    Tally tally =
        new ClassifyRun(around.workbench().intake(), asked, bar)
            .run(
                listing,
                answer -> {
                  bar.clear();
                  answers.write(answer);
                });
    bar.clear();
    console.out().flush();
    console.err().print(tally.explanations());
    if (listing.passedOver() > 0) {
      console
          .err()
          .printf(
              "%d other %s passed over.%n",
              listing.passedOver(), listing.passedOver() == 1 ? "file was" : "files were");
    }
    String names = String.join(", ", cards.stream().map(ModelCard::name).toList());
    if (cards.size() > 1) {
      console.err().printf("The models disagree on %d.%n", tally.disagreed());
    }
    console
        .err()
        .printf(
            "%s %s %s. Research use only.%n",
            tally.summary(), cards.size() == 1 ? "Model" : "Models", names);
    return tally.refused() > 0 ? Exit.FAILED : Exit.WELL;
  }

  private List<ClassifyRun.Asked> open(Progress progress) {
    if (models.isEmpty()) {
      around.workbench().library().defaultTrouble().ifPresent(around.console().err()::println);
      return List.of(asked(Optional.empty(), progress));
    }
    List<ClassifyRun.Asked> asked = new ArrayList<>();
    for (String model : models) {
      asked.add(asked(Optional.of(model), progress));
    }
    return asked;
  }

  private ClassifyRun.Asked asked(Optional<String> model, Progress progress) {
    Classifier classifier = around.workbench().classifier(model, device);
    ModelCard card = classifier.card();
    checked.ifPresent(classes -> requireClass(classes, card));
    String below = models.size() > 1 ? folder(card) : "";
    return new ClassifyRun.Asked(
        classifier,
        pictures.map(choice -> pictures(choice.below(below), card)),
        checked.map(classes -> new HeatMapChecks(classes, progress)),
        tensors.map(folder -> new TensorFiles(folder.resolve(below), card.tensorOptions())));
  }

  private static HeatMapPictures pictures(HeatMapChoice choice, ModelCard card) {
    requireClass(choice.classes(), card);
    return new HeatMapPictures(choice);
  }

  private static void requireClass(ClassChoice classes, ModelCard card) {
    if (!classes.fits(card.classes())) {
      throw new IllegalArgumentException(
          "The model %s has no class \"%s\"; it has %s."
              .formatted(card.name(), classes.word(), String.join(", ", card.classes())));
    }
  }

  /** A model opened from elsewhere may have any name, also one that is taken. */
  private String folder(ModelCard card) {
    return Library.isName(card.name()) && folders.add(card.name()) ? card.name() : card.id();
  }

  private AnswerWriter writer(Format format, ClassifyRun.Listing listing, List<ModelCard> cards) {
    Console console = around.console();
    if (format == Format.JSON) {
      return new JsonAnswers(console.out(), cards);
    }
    return cards.size() == 1
        ? new TextAnswers(console, listing, cards.get(0), pictures.isPresent())
        : new ComparedAnswers(console, listing, cards);
  }
}
