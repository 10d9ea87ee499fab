package negatoscope.workstation.trainer;

import java.nio.file.Path;
import negatoscope.intake.Intake;
import negatoscope.task.InlineRunner;
import negatoscope.task.Progress;
import negatoscope.workstation.trainer.films.ClassesViewModel;
import negatoscope.workstation.trainer.films.FilmSource;
import negatoscope.workstation.trainer.films.FoundViewModel;
import negatoscope.workstation.trainer.films.SourceViewModel;

/** The wizard's first steps, gone through without a window, everything at once. */
public record ScannedFilms(SourceViewModel source, FoundViewModel found, ClassesViewModel classes) {
  /** Does everything on the calling thread. */
  public static InlineRunner inline() {
    return new InlineRunner(Progress.NONE);
  }

  /** On drawn films below a folder. */
  public static ScannedFilms of(Path folder, int perClass) {
    Intake intake = Intake.withBuiltInToolkit();
    SourceViewModel source = new SourceViewModel(inline());
    FoundViewModel found =
        new FoundViewModel(
            source,
            new FilmSource(intake::films, intake::openFirst, folder.resolve("cache")),
            inline(),
            Runnable::run);
    ClassesViewModel classes = new ClassesViewModel(found, inline());
    source.textProperty().set(DrawnFilms.folder(folder, perClass).toString());
    found.enter();
    return new ScannedFilms(source, found, classes);
  }
}
