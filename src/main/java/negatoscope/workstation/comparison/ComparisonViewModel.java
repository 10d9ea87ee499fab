package negatoscope.workstation.comparison;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import negatoscope.film.Film;
import negatoscope.library.card.ModelCard;
import negatoscope.rendering.GreyPicture;
import negatoscope.rendering.Rendering;
import negatoscope.task.Cancellation;
import negatoscope.task.Outcome;
import negatoscope.task.TaskRunner;
import negatoscope.workstation.assessment.AssessmentViewModel;
import negatoscope.workstation.assessment.ExplanationChecks;
import negatoscope.workstation.assessment.HeatMapViewModel;
import negatoscope.workstation.assessment.Questions;
import negatoscope.workstation.models.ModelInUse;
import negatoscope.workstation.models.OpenModels;
import negatoscope.workstation.studies.Content;
import negatoscope.workstation.studies.OpenFilm;
import org.jspecify.annotations.Nullable;

/**
 * What several models say about the film on the screen: the one in use, and others beside it. Each
 * is opened when it is first asked and closed when it is taken out or the comparison is no longer
 * seen.
 */
public final class ComparisonViewModel {
  /** How many models are asked at most: each holds its network in memory, up to a gigabyte. */
  public static final int MOST = 3;

  /** Pixels of the film's longer side in a column. */
  private static final int PICTURE = 480;

  private final AssessmentViewModel assessment;
  private final OpenModels models;
  private final ComparedModel.Tools tools;
  private final TaskRunner runner;
  private final ObservableList<ComparedModel> columns = FXCollections.observableArrayList();
  private final BooleanProperty seen = new SimpleBooleanProperty(false);
  private final ReadOnlyObjectWrapper<Agreement> agreement =
      new ReadOnlyObjectWrapper<>(Agreement.of(List.of()));
  private final ReadOnlyObjectWrapper<@Nullable GreyPicture> picture =
      new ReadOnlyObjectWrapper<>();
  private final ObservableValue<Content> content;
  private @Nullable Film pictured;
  private @Nullable List<ModelCard> atHand;

  /**
   * Compares nothing yet.
   *
   * @param heatMap which heat map each of them shows
   * @param runner makes the small picture of the film
   */
  public ComparisonViewModel(
      AssessmentViewModel assessment,
      OpenModels models,
      Questions questions,
      HeatMapViewModel heatMap,
      ExplanationChecks checks,
      TaskRunner runner) {
    this.assessment = assessment;
    this.models = models;
    this.tools = new ComparedModel.Tools(questions, heatMap, checks);
    this.runner = runner;
    this.content =
        assessment
            .selectedProperty()
            .flatMap(OpenFilm::contentProperty)
            .map(Content.class::cast)
            .orElse(new Content.Listed());
    content.addListener((property, before, now) -> refresh());
    assessment.selectedProperty().addListener((property, before, now) -> refresh());
    assessment.answerProperty().addListener((property, before, now) -> refresh());
    inUse().cardProperty().addListener((property, before, now) -> replace(before, now));
    seen.addListener((property, before, now) -> show(now));
  }

  private ModelInUse inUse() {
    return assessment.model();
  }

  /** The models that are asked, in the order in which they stand side by side. */
  public ObservableList<ComparedModel> columns() {
    return columns;
  }

  /** Whether anybody looks; nothing is asked or held open otherwise. */
  public BooleanProperty seenProperty() {
    return seen;
  }

  /** Whether they agree. */
  ReadOnlyObjectProperty<Agreement> agreementProperty() {
    return agreement.getReadOnlyProperty();
  }

  /** The film on the screen made small; null without a film. */
  public ReadOnlyObjectProperty<@Nullable GreyPicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /** The film on the screen, if it is in memory. */
  public Optional<Film> film() {
    return content.getValue() instanceof Content.Shown shown
        ? Optional.of(shown.film())
        : Optional.empty();
  }

  /** Whether this is the model in use, which is always among the columns. */
  public boolean isInUse(String name) {
    return inUse().name().filter(name::equals).isPresent();
  }

  /** Whether a model is among the columns. */
  public boolean isCompared(String name) {
    return columns.stream().anyMatch(column -> column.name().equals(name));
  }

  /** Asks another model too, unless there are {@link #MOST} already. */
  public void add(ModelCard card) {
    if (columns.size() < MOST && !isCompared(card.name())) {
      columns.add(column(card));
      refresh();
    }
  }

  /** Asks a model no more; the one in use stays. */
  public void remove(String name) {
    if (!isInUse(name)) {
      columns.stream()
          .filter(column -> column.name().equals(name))
          .findFirst()
          .ifPresent(
              column -> {
                columns.remove(column);
                column.release();
                refresh();
              });
    }
  }

  /** Asks a model again that could not answer. */
  public void askAgain(ComparedModel column) {
    if (isInUse(column.name())) {
      assessment.classifySelected();
    } else {
      column.clear();
      refresh();
    }
  }

  /** Brings a model into use: its answer and its heat map come to the large film. */
  public void use(ComparedModel column) {
    inUse().use(column.name());
  }

  private void show(boolean now) {
    if (now) {
      ModelCard card = inUse().cardProperty().get();
      if (card != null && !isCompared(card.name())) {
        columns.add(0, column(card));
      }
      refresh();
    } else {
      columns.forEach(ComparedModel::release);
    }
  }

  /** The model that comes into use takes the former's column, unless it has one. */
  private void replace(@Nullable ModelCard before, @Nullable ModelCard now) {
    if (now == null) {
      return;
    }
    String replaced = isCompared(now.name()) || before == null ? now.name() : before.name();
    List<String> names = columns.stream().map(ComparedModel::name).toList();
    int place = names.indexOf(replaced);
    if (place < 0) {
      columns.add(0, column(now));
    } else if (!columns.get(place).card().equals(now)) {
      columns.set(place, column(now)).release();
    }
    dropOthers();
    refresh();
  }

  /**
   * Tells which models there are now: one that was removed, renamed or replaced since is asked no
   * more, unless it is still in use.
   */
  public void keep(List<ModelCard> cards) {
    atHand = List.copyOf(cards);
    dropOthers();
    refresh();
  }

  private void dropOthers() {
    List<ModelCard> known = atHand;
    if (known != null) {
      List<ComparedModel> gone =
          columns.stream()
              .filter(column -> !isInUse(column.name()) && !known.contains(column.card()))
              .toList();
      columns.removeAll(gone);
      gone.forEach(ComparedModel::release);
    }
  }

  private ComparedModel column(ModelCard card) {
    ComparedModel column = new ComparedModel(card, models, assessment, tools);
    column.answerProperty().addListener((property, before, now) -> agree());
    return column;
  }

  private void refresh() {
    if (!seen.get()) {
      return;
    }
    OpenFilm film = assessment.selectedProperty().getValue();
    boolean shown = content.getValue() instanceof Content.Shown;
    for (ComparedModel column : columns) {
      if (isInUse(column.name())) {
        column.follow(assessment.answerProperty().getValue());
      } else if (film != null && shown) {
        column.show(film);
      } else {
        column.clear();
      }
    }
    agree();
    showPicture();
  }

  private void agree() {
    agreement.set(
        Agreement.of(columns.stream().map(ComparedModel::said).flatMap(Optional::stream).toList()));
  }

  private void showPicture() {
    Film film = film().orElse(null);
    if (Objects.equals(film, pictured)) {
      return;
    }
    pictured = film;
    picture.set(null);
    if (film != null) {
      Cancellation unused =
          runner.run(
              "Drawing the film small",
              (progress, cancellation) -> Rendering.forReading(film).preview(PICTURE),
              outcome -> {
                if (film.equals(pictured) && outcome instanceof Outcome.Done<GreyPicture> done) {
                  picture.set(done.value());
                }
              });
    }
  }
}
