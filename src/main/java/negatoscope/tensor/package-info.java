/**
 * From a film to what the network sees: a square of grey values 0 to 255 that remembers where it
 * lies on the film.
 */
@NullMarked
package negatoscope.tensor;

import org.jspecify.annotations.NullMarked;
