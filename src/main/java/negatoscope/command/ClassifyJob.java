package negatoscope.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import negatoscope.classification.Classifier;
import negatoscope.library.ModelCard;
import negatoscope.network.Device;

/** Classifying as the terminal shows it: table or JSON, progress, summary, exit code. */
final class ClassifyJob {
  private final Surroundings around;
  private final Optional<String> model;
  private final Device device;
  private final Optional<HeatMapChoice> pictures;

  ClassifyJob(
      Surroundings around,
      Optional<String> model,
      Device device,
      Optional<HeatMapChoice> pictures) {
    this.around = around;
    this.model = model;
    this.device = device;
    this.pictures = pictures;
  }

  /**
   * Classifies what the paths stand for.
   *
   * @return the exit code
   * @throws IllegalArgumentException if a class was asked for that the model does not have
   */
  int run(List<Path> paths, Format format) {
    Console console = around.console();
    ClassifyRun.Listing listing = ClassifyRun.Listing.of(around.workbench().intake(), paths);
    Classifier classifier = around.workbench().classifier(model, device);
    DeviceChoice.tell(around, device);
    ModelCard card = classifier.card();
    Optional<HeatMapPictures> writer =
        pictures.map(
            choice -> {
              if (!choice.classes().fits(card.classes())) {
                throw new IllegalArgumentException(
                    "The model %s has no class \"%s\"; it has %s."
                        .formatted(
                            card.name(),
                            choice.classes().word(),
                            String.join(", ", card.classes())));
              }
              return new HeatMapPictures(choice);
            });
    AnswerWriter answers =
        format == Format.JSON
            ? new JsonAnswers(console.out())
            : new TextAnswers(console, listing, card.classes(), writer.isPresent());
    ProgressBar bar = new ProgressBar(console);
    Tally tally =
        new ClassifyRun(around.workbench().intake(), classifier, writer, bar)
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
    console.err().printf("%s Model %s. Research use only.%n", tally.summary(), card.name());
    return tally.refused() > 0 ? Exit.FAILED : Exit.WELL;
  }
}
