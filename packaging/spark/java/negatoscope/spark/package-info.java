/**
 * Screening on many machines: the function from a file to its rows, the same that {@link
 * negatoscope.screening} has, run by Apache Spark over films on any file system that Hadoop knows.
 * Built by the profile {@code spark} alone.
 *
 * <p>Main types: {@link negatoscope.spark.SparkScreening} (the job), {@link
 * negatoscope.spark.FilmTask} (what runs on the executors), {@link
 * negatoscope.spark.WorkListTables} (what is made of the rows).
 *
 * <p>Threads: a task runs on Spark's thread; an executor has one engine, whose threads answer for
 * all tasks that run in it.
 *
 * <p>File formats: Parquet and CSV, with the columns of {@link negatoscope.spark.FilmTable}.
 *
 * <pre>{@code
 * spark-submit --class negatoscope.spark.SparkScreening … hdfs:///films --out hdfs:///list
 * }</pre>
 */
@NullMarked
package negatoscope.spark;

import org.jspecify.annotations.NullMarked;
