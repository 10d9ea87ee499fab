package negatoscope.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import negatoscope.screening.dicom.ObjectFolder;
import negatoscope.screening.journal.Journal;
import negatoscope.screening.journal.JournalFile;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/** What is done about a journal that is there already. */
final class JournalOpening {
  /** What settings are called where they differ. */
  private static final Map<String, String> WORDS =
      Map.of(
          "model", "the model",
          "with", "the model compared with",
          "heatmaps", "whether heat maps are made",
          "dicom", "whether DICOM objects are made");

  private final JournalFile place;
  private final ScreeningWatcher watcher;

  JournalOpening(JournalFile place, ScreeningWatcher watcher) {
    this.place = place;
    this.watcher = watcher;
  }

  /**
   * Looks before a model is opened for nothing.
   *
   * @throws Failure {@code EXISTS} where a screening is there and nobody said what to do about it
   */
  void check(ScreeningOrder.Start start) {
    if (start == ScreeningOrder.Start.NEW && place.exists()) {
      throw new Failure(
          ErrorCode.EXISTS,
          place.folder() + " holds a screening already.",
          "Go on with it by --resume, or start anew by --restart, which keeps it under another"
              + " name; or name another folder.");
    }
  }

  /**
   * Opens or starts the journal.
   *
   * @throws Failure {@code CHANGED} where its rows depend on something else than these would,
   *     {@code BAD_JOURNAL}, {@code NOT_WRITABLE}, {@code DISK_FULL}
   */
  Journal open(ScreeningOrder.Start start, Map<String, String> settings) {
    if (start == ScreeningOrder.Start.RESTART) {
      place
          .keepAside()
          .ifPresent(aside -> watcher.note("The screening before is kept as " + aside + "."));
    }
    if (!place.exists()) {
      new ObjectFolder(place.folder())
          .keepAside()
          .ifPresent(aside -> watcher.note("The DICOM objects before are kept in " + aside + "."));
      return place.create(settings);
    }
    Journal journal = place.open();
    List<String> changed = changed(settings, journal.settings());
    if (!changed.isEmpty()) {
      journal.close();
      throw new Failure(
          ErrorCode.CHANGED,
          "%s was made otherwise: %s changed."
              .formatted(place.file(), String.join(" and ", changed)),
          "Go on as it was begun, or start anew by --restart.");
    }
    return journal;
  }

  private static List<String> changed(Map<String, String> now, Map<String, String> before) {
    List<String> changed = new ArrayList<>();
    now.forEach(
        (name, value) -> {
          if (!value.equals(before.get(name))) {
            changed.add(WORDS.getOrDefault(name, name));
          }
        });
    return changed;
  }
}
