package negatoscope.workstation.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import negatoscope.library.Library;
import negatoscope.library.WeightStore;
import negatoscope.library.card.ModelCard;
import negatoscope.task.TaskRunner;
import negatoscope.workstation.assessment.AnswerText;
import negatoscope.workstation.assessment.AssessmentViewModel;
import negatoscope.workstation.assessment.ExplanationCheckViewModel;
import negatoscope.workstation.assessment.ExplanationChecks;
import negatoscope.workstation.assessment.HeatMapViewModel;
import negatoscope.workstation.assessment.Questions;
import negatoscope.workstation.attributes.AttributesViewModel;
import negatoscope.workstation.attributes.HeaderReader;
import negatoscope.workstation.comparison.ComparisonViewModel;
import negatoscope.workstation.models.ModelInUse;
import negatoscope.workstation.models.ModelRow;
import negatoscope.workstation.models.ModelsViewModel;
import negatoscope.workstation.models.OpenModels;
import negatoscope.workstation.models.WeightsViewModel;
import negatoscope.workstation.settings.Settings;
import negatoscope.workstation.settings.SettingsStore;
import negatoscope.workstation.studies.Content;
import negatoscope.workstation.studies.FilmReader;
import negatoscope.workstation.studies.OpenFilm;
import negatoscope.workstation.studies.StudiesViewModel;
import negatoscope.workstation.viewer.ViewerViewModel;

/** Everything in the window, tied together, without a window. */
public final class WorkstationViewModel {
  private final StudiesViewModel studies;
  private final AssessmentViewModel assessment;
  private final ModelsViewModel models;
  private final WeightsViewModel weights;
  private final ComparisonViewModel comparison;
  private final HeatMapViewModel heatMap;
  private final ExplanationCheckViewModel check;
  private final ViewerViewModel viewer;
  private final AttributesViewModel attributes;
  private final HeatMapPicture picture;
  private final SettingsKeeper settings;
  private final TaskRunner files;
  private final StringProperty notice = new SimpleStringProperty("");
  private final ObservableValue<Content> content;

  /**
   * The runners of the window.
   *
   * @param files for reading and writing files
   * @param engine for asking the engine
   * @param picture for preparing the film on the screen
   * @param window runs what it is given on the JavaFX thread
   */
  record Runners(TaskRunner files, TaskRunner engine, TaskRunner picture, Executor window) {}

  WorkstationViewModel(
      FilmReader reader,
      HeaderReader headers,
      Library library,
      WeightStore weightStore,
      Supplier<ModelCard> card,
      OpenModels models,
      SettingsStore store,
      Runners runners,
      long filmMemory) {
    this.files = runners.files();
    SettingsStore.Loaded loaded = store.load();
    loaded.notice().ifPresent(notice::set);
    this.settings = new SettingsKeeper(store, loaded.settings(), files);
    this.studies = new StudiesViewModel(reader, files, runners.window(), filmMemory);
    this.viewer = new ViewerViewModel(runners.picture());
    Questions questions = new Questions(runners.engine());
    this.assessment =
        new AssessmentViewModel(
            studies.selectedProperty(),
            studies.films(),
            new ModelInUse(card, models, runners.engine()),
            questions);
    this.models =
        new ModelsViewModel(library, assessment.model(), runners.files(), runners.window());
    this.weights = new WeightsViewModel(weightStore, runners.files(), runners.window());
    this.heatMap = new HeatMapViewModel(assessment.answerProperty());
    ExplanationChecks checks = new ExplanationChecks(runners.engine(), runners.window());
    this.check = ExplanationCheckViewModel.onScreen(assessment, heatMap, checks);
    this.comparison =
        new ComparisonViewModel(assessment, models, questions, heatMap, checks, runners.picture());
    tieModels();
    this.content =
        studies.selectedProperty().flatMap(OpenFilm::contentProperty).orElse(new Content.Listed());
    this.attributes =
        new AttributesViewModel(
            studies.selectedProperty().map(OpenFilm::file), viewer.filmProperty(), headers, files);
    this.picture = new HeatMapPicture(this, files, notice);
    heatMap.apply(loaded.settings().heatMap());
    viewer.layers().planesShownProperty().set(settings.current().film().overlays());
    new FilmOnScreen(studies, assessment, heatMap, viewer).follow(content);
  }

  /** What becomes of the library concerns what is compared, and whoever looks at the film. */
  private void tieModels() {
    models
        .rows()
        .addListener(
            (ListChangeListener<ModelRow>)
                change ->
                    comparison.keep(
                        models.rows().stream()
                            .map(ModelRow::card)
                            .filter(Objects::nonNull)
                            .toList()));
    models
        .defaultTroubleProperty()
        .addListener((property, before, now) -> tellInstead(before, now));
  }

  /** Takes one sentence out of the notice, and another one in. */
  private void tellInstead(String before, String now) {
    String rest = before.isEmpty() ? notice.get() : notice.get().replace(before, "");
    notice.set((rest + "\n" + now).strip());
  }

  /** The open films. */
  public StudiesViewModel studies() {
    return studies;
  }

  /** What the network says. */
  public AssessmentViewModel assessment() {
    return assessment;
  }

  /** The models at hand. */
  public ModelsViewModel models() {
    return models;
  }

  /** The weights that a training can start from. */
  public WeightsViewModel weights() {
    return weights;
  }

  /** What several models say. */
  public ComparisonViewModel comparison() {
    return comparison;
  }

  /** What is painted over the film. */
  public HeatMapViewModel heatMap() {
    return heatMap;
  }

  /** How far to believe what is painted. */
  public ExplanationCheckViewModel check() {
    return check;
  }

  /** The large film. */
  public ViewerViewModel viewer() {
    return viewer;
  }

  /** The table of the film's attributes. */
  public AttributesViewModel attributes() {
    return attributes;
  }

  SettingsKeeper settings() {
    return settings;
  }

  /** How far the film on the screen is. */
  ObservableValue<Content> contentProperty() {
    return content;
  }

  /** One sentence the user must know, shown until it is put away; empty for none. */
  public StringProperty noticeProperty() {
    return notice;
  }

  /** Opens what the user named, and remembers it; the first named is the latest. */
  public void open(List<Path> paths) {
    if (paths.isEmpty()) {
      return;
    }
    Path first = paths.get(0).toAbsolutePath().normalize();
    Path folder = Files.isDirectory(first) ? first : first.getParent();
    settings.change(now -> now.withLastFolder(folder == null ? "" : folder.toString()));
    for (int i = Math.min(paths.size(), Settings.RECENT) - 1; i >= 0; i--) {
      String file = paths.get(i).toAbsolutePath().normalize().toString();
      settings.change(now -> now.withRecent(file));
    }
    settings.save();
    studies.open(paths);
  }

  /** Opens what the program was started with, which is no choice worth remembering. */
  void openAtStart(List<Path> paths) {
    studies.open(paths);
  }

  /** The film on the screen and its heat map as a picture to keep. */
  HeatMapPicture picture() {
    return picture;
  }

  /** Empties the list of recent files. */
  void forgetRecent() {
    settings.change(Settings::withoutRecent);
    settings.save();
  }

  /** All that is known about the film on the screen, as text; empty without a film. */
  public Optional<String> answerText() {
    return studies.selected().map(AnswerText::of);
  }
}
