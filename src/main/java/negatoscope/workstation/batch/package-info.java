/**
 * Screening a folder in the window: start, pause, resume and cancel, the films in a live table, the
 * reader's verdicts, and exports. The table itself is in {@link
 * negatoscope.workstation.batch.table}.
 *
 * <p>Main types: {@link negatoscope.workstation.batch.BatchViewModel} (the screening), {@link
 * negatoscope.workstation.batch.OptionsViewModel} (how it is done), {@link
 * negatoscope.workstation.batch.ReaderViewModel} (verdicts and notes), {@link
 * negatoscope.workstation.batch.BatchPane} (the view), {@link
 * negatoscope.workstation.batch.ScreeningDesk} (what is needed of screening).
 *
 * <p>Threads: everything lives on the JavaFX thread but the desk, which is called on the runners'
 * threads; what a run tells comes to the window four times a second at most.
 *
 * <p>File formats: none of its own; verdicts lie in the journal of {@link negatoscope.screening},
 * exports are its work list's.
 *
 * <pre>{@code
 * BatchViewModel batch = new BatchViewModel(tools);
 * BatchPane pane = new BatchPane(batch, new SystemBatchChoices(() -> stage), memory);
 * batch.choose(folder);
 * batch.start(Start.NEW);
 * }</pre>
 */
@NullMarked
package negatoscope.workstation.batch;

import org.jspecify.annotations.NullMarked;
