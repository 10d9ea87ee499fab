/**
 * Films with labels: read from a folder per class or from a table, and shared out to be learned
 * from, chosen by and tested on. No pixel is read here.
 *
 * <p>Main types: {@link negatoscope.training.data.DataSet}, {@link
 * negatoscope.training.data.LabelledFilm}, {@link negatoscope.training.data.PatientPattern}, {@link
 * negatoscope.training.data.Split}, {@link negatoscope.training.data.Folds}.
 *
 * <p>File formats: CSV tables {@code file,label} with optional {@code
 * patient,collection,view,age,split,fold}, and {@code splits.csv} beside them, which are read,
 * never written; {@code split.json} beside a model ({@link negatoscope.training.data.SplitJson}).
 *
 * <p>Threads: every type is immutable and may be shared.
 *
 * <pre>{@code
 * DataSet films = DataSet.scan(Path.of("films"), DataSet.Options.NONE, intake::films);
 * Split split = Split.of(films, seed);
 * int[] train = split.train();
 * int[] labels = films.labels(train);
 * }</pre>
 */
@NullMarked
package negatoscope.training.data;

import org.jspecify.annotations.NullMarked;
