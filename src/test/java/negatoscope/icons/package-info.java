/** Draws the program's icon, a film on a light box, into {@code icons/}. */
@NullMarked
package negatoscope.icons;

import org.jspecify.annotations.NullMarked;
