package negatoscope.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import negatoscope.screening.worklist.SafeCell;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * What is made of the rows of all films: which are copies of others, and in which order they are to
 * be read, as {@code Journal.list} and {@code ReadingOrder} have it where nothing was read yet.
 */
final class WorkListTables {
  private static final String COPY_OF = "duplicateOf";

  /** Columns by which films are known and ordered, which the CSV does not show. */
  private static final List<String> UNSEEN =
      List.of("path", "frame", "size", "sha256", "since", "urgency", COPY_OF);

  private WorkListTables() {}

  /** The rows with a column {@value #COPY_OF}, and the warning that goes with it. */
  static Dataset<Row> withCopies(Dataset<Row> rows) {
    Column read = col("sha256").notEqual("");
    Column same = firstPath(when(read, col("sha256")).otherwise(col("path")));
    Column named = col("instance").notEqual("");
    Column twin = firstPath(when(named, col("instance")).otherwise(col("path")));
    return rows.withColumn(COPY_OF, coalesce(nullif(same, col("path")), nullif(twin, col("path"))))
        .withColumn(
            "warnings",
            concat_ws(
                ";",
                nullif(col("warnings"), lit("")),
                when(col(COPY_OF).isNotNull(), lit("DUPLICATE"))));
  }

  private static Column firstPath(Column key) {
    return first(col("path")).over(Window.partitionBy(key, col("frame")).orderBy(col("path")));
  }

  /**
   * The rows in one part, in the order in which they are to be read.
   *
   * @param overdue from how long a wait on a film comes first
   */
  static Dataset<Row> inOrder(Dataset<Row> rows, Duration overdue, Instant now) {
    Column late = coalesce(col("since").leq(lit(Timestamp.from(now.minus(overdue)))), lit(false));
    return rows.repartition(1)
        .sortWithinPartitions(
            late.desc(),
            when(late, lit(0.0)).otherwise(col("urgency")).desc(),
            col("since").asc_nulls_last(),
            col("file"));
  }

  /** The columns of {@code worklist.csv}, numbers rounded and texts made safe as there. */
  static Dataset<Row> forSpreadsheets(Dataset<Row> rows) {
    UDF1<String, String> safe = text -> text == null ? null : SafeCell.of(text);
    var made = udf(safe, DataTypes.StringType);
    Column[] columns =
        Arrays.stream(rows.schema().fields())
            .filter(field -> !UNSEEN.contains(field.name()))
            .map(field -> cell(field, made.apply(quoted(field))))
            .toArray(Column[]::new);
    return rows.select(columns);
  }

  private static Column cell(StructField field, Column safe) {
    if (!field.dataType().equals(DataTypes.DoubleType)) {
      return safe.as(field.name());
    }
    int digits = field.name().equals("milliseconds") ? 1 : 4;
    return round(quoted(field), digits).as(field.name());
  }

  private static Column quoted(StructField field) {
    return col("`" + field.name() + "`");
  }
}
