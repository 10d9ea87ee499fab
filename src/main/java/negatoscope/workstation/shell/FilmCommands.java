package negatoscope.workstation.shell;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import negatoscope.workstation.viewer.ViewerViewModel;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** What can be done to the film on the screen. */
final class FilmCommands {
  private FilmCommands() {}

  static List<Command> of(WorkstationViewModel model, Commands.Windowed window) {
    ViewerViewModel viewer = model.viewer();
    ObservableBooleanValue open = model.studies().selectedProperty().isNotNull();
    ObservableBooleanValue shown = viewer.filmProperty().isNotNull();
    return List.of(
        new Command(
            "previous",
            "Previous film",
            MaterialDesignC.CHEVRON_LEFT,
            Commands.key(KeyCode.PAGE_UP),
            open,
            model.studies()::selectPrevious),
        new Command(
            "next",
            "Next film",
            MaterialDesignC.CHEVRON_RIGHT,
            Commands.key(KeyCode.PAGE_DOWN),
            open,
            model.studies()::selectNext),
        new Command(
            "previous-screened",
            "Previous screened film",
            null,
            Commands.ctrl(KeyCode.PAGE_UP),
            Command.ALWAYS,
            () -> window.stepScreening(-1)),
        new Command(
            "next-screened",
            "Next screened film",
            null,
            Commands.ctrl(KeyCode.PAGE_DOWN),
            Command.ALWAYS,
            () -> window.stepScreening(1)),
        new Command(
            "fit",
            "Fit",
            MaterialDesignF.FIT_TO_PAGE_OUTLINE,
            Commands.key(KeyCode.F),
            shown,
            viewer::fit),
        new Command(
            "one-to-one",
            "One to one",
            MaterialDesignN.NUMERIC_1_BOX_OUTLINE,
            Commands.key(KeyCode.DIGIT1),
            shown,
            viewer::oneToOne),
        new Command(
            "invert",
            "Invert",
            MaterialDesignI.INVERT_COLORS,
            Commands.key(KeyCode.I),
            shown,
            viewer::invert),
        new Command(
            "reset",
            "Reset",
            MaterialDesignB.BACKUP_RESTORE,
            Commands.key(KeyCode.R),
            shown,
            viewer::reset),
        new Command(
            "next-window",
            "Next window",
            null,
            Commands.key(KeyCode.W),
            shown,
            () -> viewer.windows().step(1)),
        new Command(
            "previous-window",
            "Previous window",
            null,
            Commands.shift(KeyCode.W),
            shown,
            () -> viewer.windows().step(-1)),
        new Command(
            "planes",
            "Overlays on or off",
            null,
            Commands.key(KeyCode.O),
            isTrue(viewer.layers().planesProperty()),
            viewer.layers()::togglePlanes),
        new Command(
            "shutter",
            "Shutter closed or lifted",
            null,
            Commands.key(KeyCode.S),
            isTrue(viewer.layers().shutterProperty()),
            viewer.layers()::toggleShutter),
        new Command(
            "previous-frame",
            "Previous frame",
            null,
            Commands.key(KeyCode.COMMA),
            viewer.frames().countProperty().greaterThan(1),
            () -> viewer.frames().step(-1)),
        new Command(
            "next-frame",
            "Next frame",
            null,
            Commands.key(KeyCode.PERIOD),
            viewer.frames().countProperty().greaterThan(1),
            () -> viewer.frames().step(1)),
        new Command(
            "attributes",
            "DICOM attributes",
            MaterialDesignT.TAG_TEXT_OUTLINE,
            Commands.ctrl(KeyCode.I),
            open,
            window::showAttributes),
        new Command(
            "alone", "Film alone", null, Commands.key(KeyCode.F10), shown, viewer::toggleMaximised),
        new Command(
            "full-screen",
            "Full screen",
            MaterialDesignF.FULLSCREEN,
            Commands.key(KeyCode.F11),
            Command.ALWAYS,
            window::fullScreen));
  }

  private static ObservableBooleanValue isTrue(ObservableValue<Boolean> value) {
    return Bindings.createBooleanBinding(value::getValue, value);
  }
}
