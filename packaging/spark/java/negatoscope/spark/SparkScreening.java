package negatoscope.spark;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.library.Model;
import negatoscope.task.AtomicFiles;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A work list of films on any file system that Hadoop knows, made by the machines of a cluster. */
@Command(
    name = "spark-screen",
    mixinStandardHelpOptions = true,
    description = {
      "Screen films on a Spark cluster: a row a film, as Parquet and as CSV. Research use only.",
      "The folder DIR then holds films.parquet/ and worklist.csv/, the latter one file in the order"
          + " in which they are to be read."
    },
    footer = {"", "Exit codes: 0 the list is made; 1 the job could not finish; 2 wrong usage."},
    showDefaultValues = true)
public final class SparkScreening implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FOLDER|LIST",
      description =
          "Where the films are: a folder, or a text file with a film's path in each line.")
  private String input = "";

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Must not be there.")
  private String out = "";

  @Option(
      names = "--model",
      paramLabel = "NAME|FOLDER",
      description = "Which model answers; the default one if none is named.")
  private @Nullable String model;

  @Option(
      names = "--overdue",
      paramLabel = "HOURS",
      description = "A film that has waited longer comes first, whatever the network says.")
  private double overdue = 4;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Films that go through the network at once.")
  private int batch = 8;

  @Option(
      names = "--films-a-task",
      paramLabel = "N",
      description = "Films that one task screens, and that are screened again where it is lost.")
  private int filmsATask = 64;

  private SparkScreening() {}

  /** Runs the job; to be started by {@code spark-submit}. */
  public static void main(String[] arguments) {
    CommandLine line = new CommandLine(new SparkScreening());
    line.setExecutionExceptionHandler(
        (problem, command, parsed) -> {
          Failure failure = failure(problem);
          command.getErr().println(failure.code() + ": " + failure.getMessage());
          return 1;
        });
    int exit = line.execute(arguments);
    if (exit != 0) {
      System.exit(exit);
    }
  }

  /** Why the job ended: what an executor said, where it was one of them. */
  private static Failure failure(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof Failure failure) {
        return failure;
      }
    }
    return new Failure(
        ErrorCode.INTERNAL,
        "The job could not finish: "
            + String.valueOf(problem.getMessage()).lines().findFirst().orElse(""),
        "See Spark's log.",
        problem);
  }

  @Override
  public Integer call() throws IOException {
    if (!(overdue >= 0 && overdue <= 1e6) || batch < 1 || filmsATask < 1) {
      throw new ParameterException(
          spec.commandLine(),
          "--overdue is a number of hours from 0 on; the others are from 1 on.");
    }
    Path local = Files.createTempDirectory("spark-screen");
    try (SparkSession spark = session()) {
      run(spark, local);
    } finally {
      AtomicFiles.delete(local);
    }
    return 0;
  }

  private static SparkSession session() {
    return SparkSession.builder()
        .appName("Negatoscope")
        // Executors of an isolated session do not see the model's file.
        .config("spark.sql.artifact.isolation.enabled", "false")
        .getOrCreate();
  }

  private void run(SparkSession spark, Path local) throws IOException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    org.apache.hadoop.fs.Path folder = new org.apache.hadoop.fs.Path(out);
    FileSystem system = folder.getFileSystem(context.hadoopConfiguration());
    if (system.exists(folder)) {
      throw new Failure(ErrorCode.EXISTS, out + " is there already.", "Name another folder.");
    }
    List<InputFile> files = new InputFiles(context.hadoopConfiguration()).list(input);
    Library library = new Library(Home.ofSystem());
    Model asked = model == null ? library.preferred().model() : library.find(model);
    Path zip = local.resolve("model.zip");
    library.exportModel(
        model == null ? asked.card().name() : model, zip, Progress.NONE, new Cancellation());
    context.addFile(zip.toUri().toString());
    FilmTable table = FilmTable.of(asked.card());
    FilmTask task =
        new FilmTask(
            new SerializableConfiguration(context.hadoopConfiguration()),
            String.valueOf(zip.getFileName()),
            batch,
            ZoneId.systemDefault().getId(),
            table);
    JavaRDD<Row> rows =
        context
            .parallelize(files, (files.size() + filmsATask - 1) / filmsATask)
            .mapPartitions(task);
    String screened = out + "/films.parquet";
    String raw = out + "/screened";
    // Written first: what comes after it must not screen any film again.
    spark.createDataFrame(rows, table.schema()).write().parquet(raw);
    WorkListTables.withCopies(spark.read().parquet(raw)).write().parquet(screened);
    Dataset<Row> list =
        WorkListTables.inOrder(
            spark.read().parquet(screened),
            Duration.ofSeconds(Math.round(overdue * 3600)),
            Instant.now());
    WorkListTables.forSpreadsheets(list)
        .write()
        .option("header", true)
        .option("escape", "\"")
        .csv(out + "/worklist.csv");
    system.delete(new org.apache.hadoop.fs.Path(raw), true);
    say(spark, screened);
  }

  private void say(SparkSession spark, String screened) {
    PrintWriter err = spec.commandLine().getErr();
    spark
        .read()
        .parquet(screened)
        .groupBy("status")
        .count()
        .orderBy("status")
        .collectAsList()
        .forEach(row -> err.printf("%s: %,d films%n", row.getString(0), row.getLong(1)));
    err.println("Research use only.");
    err.flush();
    PrintWriter standard = spec.commandLine().getOut();
    standard.println(screened);
    standard.println(out + "/worklist.csv");
    standard.flush();
  }
}
