package negatoscope.workstation.batch.table;

import negatoscope.workstation.settings.Settings.ScreeningSettings;

/** Keeps which columns are shown, in which order. */
public interface ColumnMemory {
  /** What was kept last. */
  ScreeningSettings columns();

  /** Keeps it. */
  void keep(ScreeningSettings columns);
}
