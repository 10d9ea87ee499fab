package negatoscope.spark;

import java.io.Serializable;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import negatoscope.film.FilmWarning;
import negatoscope.library.card.ModelCard;
import negatoscope.screening.row.FilmResult.Answered;
import negatoscope.screening.row.FilmResult.Failed;
import negatoscope.screening.row.ScreenedFilm;
import negatoscope.screening.worklist.Claim;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a film's row: those of {@code worklist.csv} under the same names, but for what
 * depends on a folder's other films or on its reader, and then by what the file is known.
 *
 * @param modelName the model's name
 * @param modelId SHA-256 of the model's graph
 * @param classes the model's, in order
 */
record FilmTable(String modelName, String modelId, List<String> classes) implements Serializable {
  /** The columns and their types; those of a film without an answer are null. */
  StructType schema() {
    StructType schema = new StructType();
    for (String text :
        List.of("file", "patient", "study", "series", "instance", "view", "status")) {
      schema = schema.add(text, DataTypes.StringType, false);
    }
    schema = schema.add("class", DataTypes.StringType).add("probability", DataTypes.DoubleType);
    for (String name : classes) {
      schema = schema.add("p:" + name, DataTypes.DoubleType);
    }
    for (String text : List.of("decision", "warnings", "errorCode", "errorMessage")) {
      schema = schema.add(text, DataTypes.StringType);
    }
    schema =
        schema
            .add("modelName", DataTypes.StringType, false)
            .add("modelId", DataTypes.StringType, false)
            .add("milliseconds", DataTypes.DoubleType);
    DataType number = DataTypes.LongType;
    return schema
        .add("path", DataTypes.StringType, false)
        .add("frame", DataTypes.IntegerType, false)
        .add("size", number, false)
        .add("sha256", DataTypes.StringType, false)
        .add("since", DataTypes.TimestampType)
        .add("urgency", DataTypes.DoubleType, false);
  }

  /** The table of a model. */
  static FilmTable of(ModelCard model) {
    return new FilmTable(model.name(), model.id(), List.copyOf(model.classes()));
  }

  /** The row of a film that the model was asked about. */
  Row row(ScreenedFilm film) {
    Answered answer = film.result() instanceof Answered answered ? answered : null;
    Failed failure = film.result() instanceof Failed failed ? failed : null;
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(film.label());
    cells.add(film.origin().patient());
    cells.add(film.origin().study());
    cells.add(film.origin().series());
    cells.add(film.origin().instance());
    cells.add(film.origin().view());
    cells.add(film.result().status());
    cells.add(answer == null ? null : answer.className());
    cells.add(answer == null ? null : answer.probability());
    for (String name : classes) {
      cells.add(answer == null ? null : answer.probabilities().get(name));
    }
    cells.add(
        answer == null
            ? null
            : answer.called().map(called -> String.join(";", called)).orElse(null));
    cells.add(
        film.warnings().stream()
            .map(FilmWarning::code)
            .map(FilmWarning.Code::name)
            .distinct()
            .collect(Collectors.joining(";")));
    cells.add(failure == null ? null : failure.code().name());
    cells.add(failure == null ? null : failure.message());
    cells.add(modelName);
    cells.add(modelId);
    cells.add(answer == null ? null : answer.milliseconds());
    cells.add(film.identity().path());
    cells.add(film.frame());
    cells.add(film.identity().size());
    cells.add(film.identity().sha256());
    cells.add(film.origin().since().map(Timestamp::from).orElse(null));
    cells.add(Claim.urgency(film));
    return RowFactory.create(cells.toArray());
  }
}
