/**
 * What a data set holds before anything is learned from it: every film is opened once, copies are
 * found, and it is asked whether something beside the lungs tells the class.
 *
 * <p>Main types: {@link negatoscope.training.scan.DataSetScan} (the door), {@link
 * negatoscope.training.scan.ScannedSet} (the films), {@link negatoscope.training.scan.ScanReport}
 * and its {@link negatoscope.training.scan.Finding}s.
 *
 * <p>File format: facts about films in {@code cache/data-sets/}, lines of JSON, safe to delete.
 *
 * <p>Threads: a scan belongs to the thread that starts it, with a pool of its own; what comes out
 * is immutable.
 *
 * <pre>{@code
 * DataSet films = DataSet.scan(Path.of("films"), DataSet.Options.NONE, intake::films);
 * ScannedSet set =
 *     new DataSetScan(intake::openFirst, home.cache()).run(films, progress, cancellation);
 * ScanReport report = ScanReport.of(set, 224, cancellation);
 * report.findings().forEach(finding -> show(finding.sentence()));
 * Split split = Split.of(set.dataSet(), set.groups(), seed);
 * }</pre>
 */
@NullMarked
package negatoscope.training.scan;

import org.jspecify.annotations.NullMarked;
