package negatoscope.training.data;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A film with its truth.
 *
 * @param name as the table has it, or its path below the folder, with {@code /}
 * @param file where it lies
 * @param label its class, from 0
 * @param patient films of the same patient carry the same text; the film's name where nothing is
 *     stated
 * @param collection where it comes from; empty where nothing is stated
 * @param view as the table has it; empty where nothing is stated
 * @param part given with the data set, or null
 */
public record LabelledFilm(
    String name,
    Path file,
    int label,
    String patient,
    String collection,
    String view,
    @Nullable Part part) {}
