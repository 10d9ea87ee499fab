package negatoscope.workstation.models;

import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** The Models window: the models, and the weights that a training can start from. */
public final class ModelTabs extends TabPane {
  /**
   * Both tabs; the weights are listed when theirs is first chosen.
   *
   * @param files asks for files and folders
   * @param compare shows models side by side
   */
  public ModelTabs(
      ModelsViewModel models, WeightsViewModel weights, FileChoices files, Runnable compare) {
    Tab ofModels = tab("Models", new ModelsPane(models, files, compare));
    Tab ofWeights = tab("Start weights", new WeightsPane(weights, files));
    ofWeights.setOnSelectionChanged(
        event -> {
          if (ofWeights.isSelected()) {
            weights.refresh();
          }
        });
    getTabs().setAll(ofModels, ofWeights);
  }

  private static Tab tab(String title, Node content) {
    Tab tab = new Tab(title, content);
    tab.setClosable(false);
    return tab;
  }
}
