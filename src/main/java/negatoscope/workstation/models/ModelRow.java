package negatoscope.workstation.models;

import java.util.Locale;
import negatoscope.library.Shelf;
import negatoscope.library.card.ModelCard;
import negatoscope.network.Backbone;
import negatoscope.task.Failure;
import org.jspecify.annotations.Nullable;

/**
 * One model of the library, or a folder in its place that is none.
 *
 * @param card null where it is damaged
 * @param damage why it cannot be used; null where it can
 * @param bundled whether it comes with the program
 * @param preferred whether it is the default
 * @param bytes of all its files; 0 where it is damaged
 */
public record ModelRow(
    String name,
    @Nullable ModelCard card,
    @Nullable Failure damage,
    boolean bundled,
    boolean preferred,
    long bytes) {
  static ModelRow of(Shelf.Entry entry) {
    return new ModelRow(
        entry.card().name(), entry.card(), null, entry.bundled(), entry.preferred(), entry.bytes());
  }

  static ModelRow of(Shelf.Damaged damaged) {
    return new ModelRow(damaged.name(), null, damaged.failure(), false, false, 0);
  }

  /** Backbone, size and accuracy in one line; of a damaged one its code. */
  public String summary() {
    if (card == null) {
      return damage == null ? "" : damage.code().name();
    }
    String backbone = Backbone.ofId(card.backbone()).map(Backbone::title).orElse(card.backbone());
    String score =
        card.test() == null
            ? "never tested"
            : String.format(Locale.ROOT, "accuracy %.1f %%", 100 * card.test().accuracy());
    return String.join(" · ", backbone, size(bytes), score);
  }

  /** Bytes for people: {@code 12.3 MB}. */
  static String size(long bytes) {
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.0f kB", bytes / 1e3)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
