/**
 * Screening a folder: thousands of films, a work list, nothing lost.
 *
 * <p>The rows and the pure function that makes them lie in {@link negatoscope.screening.row}, the
 * journal in {@link negatoscope.screening.journal}.
 */
@NullMarked
package negatoscope.screening;

import org.jspecify.annotations.NullMarked;
