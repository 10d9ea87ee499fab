package negatoscope.workstation.models;

import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** The Models window: the models, and the weights that a training can start from. */
public final class ModelTabs extends TabPane {
  private final ModelsPane models;
  private final WeightsPane weights;
  private final Tab ofWeights;

  /**
   * Both tabs; the weights are listed when theirs is first chosen.
   *
   * @param files asks for files and folders
   * @param compare shows models side by side
   * @param train trains a new one
   */
  public ModelTabs(
      ModelsViewModel atHand,
      WeightsViewModel stored,
      FileChoices files,
      Runnable compare,
      Runnable train) {
    models = new ModelsPane(atHand, files, compare, train);
    weights = new WeightsPane(stored, files);
    ofWeights = tab("Start weights", weights);
    ofWeights.setOnSelectionChanged(
        event -> {
          if (ofWeights.isSelected()) {
            stored.refresh();
          }
        });
    getTabs().setAll(tab("Models", models), ofWeights);
  }

  /** Puts the keyboard into the list that is seen. */
  public void focusList() {
    if (ofWeights.isSelected()) {
      weights.focusList();
    } else {
      models.focusList();
    }
  }

  private static Tab tab(String title, Node content) {
    Tab tab = new Tab(title, content);
    tab.setClosable(false);
    return tab;
  }
}
