/** What a model says about a film: probabilities, heat maps, and when not to believe them. */
@NullMarked
package negatoscope.classification;

import org.jspecify.annotations.NullMarked;
