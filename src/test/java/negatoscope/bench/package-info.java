/**
 * Measurements, run by hand: each prints ratios against a peer that is timed in the same run.
 *
 * <pre>
 * ./mvnw -q test-compile exec:java -Dexec.classpathScope=test -Dmain.class=negatoscope.bench.SpeedBench
 * ./mvnw -q -Pbench test-compile exec:exec -Dbench.main=negatoscope.bench.KerasPeerBench -Dbench.arguments=--quick
 * </pre>
 */
@NullMarked
package negatoscope.bench;

import org.jspecify.annotations.NullMarked;
