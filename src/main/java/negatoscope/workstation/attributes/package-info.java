/**
 * The table of a film's attributes, in a window of its own: every element of the file's header with
 * nested sequences and private elements, search as you type, and copying.
 *
 * <p>Main types: {@link negatoscope.workstation.attributes.AttributesViewModel} (reads the header
 * of the film on the screen and searches it), {@link
 * negatoscope.workstation.attributes.AttributesPane} (the table), {@link
 * negatoscope.workstation.attributes.AttributeRow} (one line of it).
 *
 * <p>Threads: view model and pane belong to the JavaFX thread; headers are read and turned into
 * rows by the {@link negatoscope.task.TaskRunner} handed in. Rows are immutable.
 *
 * <pre>{@code
 * AttributesViewModel attributes = new AttributesViewModel(file, film, intake::header, runner);
 * AttributesPane pane = new AttributesPane(attributes);
 * attributes.seenProperty().bind(stage.showingProperty());
 * attributes.searchProperty().set("0010,0010");
 * }</pre>
 */
@NullMarked
package negatoscope.workstation.attributes;

import org.jspecify.annotations.NullMarked;
