/**
 * Controls that several panes have in common.
 *
 * <p>Main types: {@link negatoscope.workstation.parts.Parts} (buttons, lines, texts), {@link
 * negatoscope.workstation.parts.IntegerSpinner} (a number that is typed or stepped).
 *
 * <p>Threads: everything lives on the JavaFX thread.
 *
 * <pre>{@code
 * Spinner<Integer> hours = IntegerSpinner.of("overdue", property, 0, 100, 1);
 * }</pre>
 */
@NullMarked
package negatoscope.workstation.parts;

import org.jspecify.annotations.NullMarked;
