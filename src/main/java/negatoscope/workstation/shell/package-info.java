/**
 * The window: menus, toolbar, panes, status bar, and what ties the panes together.
 *
 * <p>Main types: {@link negatoscope.workstation.shell.Workstation} (opens the window), {@link
 * negatoscope.workstation.shell.WorkstationContext} (what it needs), {@link
 * negatoscope.workstation.shell.WorkstationViewModel} (everything in it, without a window).
 *
 * <p>Threads: all of it lives on the JavaFX thread, except {@link
 * negatoscope.workstation.shell.Workstation#launch}, which blocks its caller until the window was
 * closed, and the work that {@code FxTaskRunner} runs on its own threads.
 *
 * <pre>{@code
 * Workstation.launch(
 *     new WorkstationContext(
 *         List.of(Path.of("sample-studies")),
 *         Home.ofSystem(),
 *         Intake.withBuiltInToolkit(),
 *         library,
 *         () -> library.preferred().model().card(),
 *         name -> EngineClassifier.open(library.find(name), engine(), Device.AUTO),
 *         new EngineDesk(() -> engine(), intake::openFirst),
 *         new ScreeningOrder.Dicom(toolkit, "0.1.0"),
 *         () -> "CPU",
 *         Map.of("Negatoscope", "0.1.0", "TensorFlow", "2.16.2")));
 * }</pre>
 */
@NullMarked
package negatoscope.workstation.shell;

import org.jspecify.annotations.NullMarked;
