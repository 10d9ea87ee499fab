/**
 * The program's start, and the rooms below it: {@link negatoscope.Negatoscope} opens the window or
 * runs a command. Nothing else lies here; a new line belongs in a room.
 */
@NullMarked
package negatoscope;

import org.jspecify.annotations.NullMarked;
