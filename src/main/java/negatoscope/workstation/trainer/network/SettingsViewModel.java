package negatoscope.workstation.trainer.network;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import negatoscope.library.card.CardTraining;
import negatoscope.network.Backbone;
import negatoscope.network.TrainingPlan;
import negatoscope.network.backbone.FineTuning;
import negatoscope.task.Failure;
import negatoscope.task.TaskRunner;
import negatoscope.training.recipe.Preset;
import negatoscope.training.recipe.Recipe;
import negatoscope.workstation.trainer.desk.Start;
import negatoscope.workstation.trainer.desk.TrainingDesk;
import negatoscope.workstation.trainer.desk.Wish;
import negatoscope.workstation.trainer.films.ChosenFilms;
import negatoscope.workstation.trainer.films.ClassesViewModel;
import negatoscope.workstation.trainer.step.Step;
import org.jspecify.annotations.Nullable;

/** How the network is trained, and what that will take. */
public final class SettingsViewModel implements Step {
  private static final String NONE = CardTraining.BACKBONE_FROZEN;

  private final NetworkViewModel network;
  private final ClassesViewModel classes;
  private final FoldsChoice folds;
  private final ObjectProperty<Preset> preset = new SimpleObjectProperty<>(Preset.RECOMMENDED);
  private final Map<RecipeField, StringProperty> fields = new EnumMap<>(RecipeField.class);
  private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
  private final Estimating estimating;
  private @Nullable Recipe base;
  private @Nullable Recipe recipe;
  private boolean filling;

  /**
   * The recommended recipe.
   *
   * @param engine where estimates are measured
   */
  public SettingsViewModel(
      NetworkViewModel network,
      ClassesViewModel classes,
      FoldsChoice folds,
      TrainingDesk desk,
      TaskRunner engine) {
    this.network = network;
    this.classes = classes;
    this.folds = folds;
    estimating = new Estimating(desk, engine);
    preset.addListener((property, before, now) -> begin());
    network.weights().selectedProperty().addListener((property, before, now) -> begin());
    network.models().selectedProperty().addListener((property, before, now) -> begin());
    classes.shares().seedProperty().addListener((property, before, now) -> judge());
    folds.troubleProperty().addListener((property, before, now) -> foldsChanged());
    folds.wantedProperty().addListener((property, before, now) -> foldsChanged());
    for (RecipeField field : RecipeField.values()) {
      field(field).addListener((property, before, now) -> judge());
    }
    begin();
  }

  @Override
  public String title() {
    return "Settings";
  }

  @Override
  public String hint() {
    return "How is it trained? The recommended recipe needs no change. Going on starts the"
        + " training.";
  }

  @Override
  public String next() {
    return "_Train";
  }

  @Override
  public ReadOnlyStringProperty reasonProperty() {
    return reason.getReadOnlyProperty();
  }

  /** Which recipe. */
  public ObjectProperty<Preset> presetProperty() {
    return preset;
  }

  /** A value of the recipe, as a text. */
  public StringProperty field(RecipeField field) {
    return fields.computeIfAbsent(field, key -> new SimpleStringProperty(""));
  }

  /** Whether the same is trained in folds too. */
  public FoldsChoice folds() {
    return folds;
  }

  /** What the training will take, in a sentence; or why that is not known. */
  public ReadOnlyStringProperty estimateProperty() {
    return estimating.sentenceProperty();
  }

  /** Whether it is being measured. */
  public ReadOnlyBooleanProperty measuringProperty() {
    return estimating.measuringProperty();
  }

  /** The network that it is for. */
  public Backbone backbone() {
    return network.backbone();
  }

  /** Takes the preset's values, but where the user has set others. */
  private void begin() {
    Recipe former = base;
    Recipe now = preset.get().recipe(backbone());
    base = now;
    filling = true;
    for (RecipeField field : RecipeField.values()) {
      StringProperty text = field(field);
      if (former == null || text.get().equals(field.of(former))) {
        text.set(field.of(now));
      }
    }
    filling = false;
    judge();
  }

  /** Takes up a former recipe. */
  public void restore(Recipe recipe, int formerFolds) {
    folds.restore(formerFolds);
    preset.set(Preset.of(recipe.preset()).orElse(Preset.RECOMMENDED));
    for (RecipeField field : RecipeField.values()) {
      field(field).set(field.of(recipe));
    }
  }

  /** What it takes is another matter now, if it was said already. */
  private void foldsChanged() {
    judge();
    if (estimating.begun() && reason.get().isEmpty()) {
      enter();
    }
  }

  private void judge() {
    if (filling) {
      return;
    }
    try {
      Recipe made = make();
      reason.set(trouble(made));
      recipe = made;
    } catch (IllegalArgumentException e) {
      String why = String.valueOf(e.getMessage());
      reason.set(why.substring(0, 1).toUpperCase(Locale.ROOT) + why.substring(1) + ".");
    }
  }

  private Recipe make() {
    Recipe made = preset.get().recipe(backbone()).withSeed(classes.shares().seedProperty().get());
    for (RecipeField field : RecipeField.values()) {
      String text = field(field).get().strip();
      boolean frozen = field == RecipeField.FINE_TUNE_FROM && text.equals(NONE);
      if (!text.equals(field.of(made)) && !frozen) {
        made = field.changed(made, text);
      }
    }
    return field(RecipeField.FINE_TUNE_FROM).get().strip().equals(NONE)
        ? made.withEpochs(made.headStage().epochs(), 0)
        : made;
  }

  private String trouble(Recipe made) {
    if (made.side() < backbone().leastSide()) {
      return "%s needs an input of %d at least."
          .formatted(backbone().title(), backbone().leastSide());
    }
    if (made.headStage().epochs() + made.wholeStage().epochs() < 1) {
      return "Nothing would be learned in no epoch at all.";
    }
    String from = made.learning().fineTuneFrom();
    if (!from.equals(TrainingPlan.ALL)) {
      try {
        var unused = FineTuning.frozen(backbone(), from);
      } catch (Failure e) {
        return e.sentence();
      }
    }
    return folds.troubleProperty().get();
  }

  /** The recipe; empty where a value cannot be. */
  public Optional<Recipe> recipe() {
    return reason.get().isEmpty() ? Optional.ofNullable(recipe) : Optional.empty();
  }

  /** What is to be trained; empty while a step before lacks something. */
  public Optional<Wish> wish() {
    ChosenFilms films = classes.chosenProperty().get();
    Optional<Start> start = network.start();
    Optional<Recipe> recipe = recipe();
    return films == null || start.isEmpty() || recipe.isEmpty()
        ? Optional.empty()
        : Optional.of(new Wish(films, start.get(), recipe.get(), folds.folds()));
  }

  @Override
  public void enter() {
    estimating.measureOnce(wish().orElse(null));
  }

  /** Measures what the training would take. */
  public void measure() {
    estimating.measure(wish().orElse(null));
  }

  /** Nothing is measured any more; the training needs the engine. */
  public void stopMeasuring() {
    estimating.stop();
  }
}
