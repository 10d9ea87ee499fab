package negatoscope.dicom.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;

/**
 * A record of a directory with those one level below it.
 *
 * <p>Records are linked by the byte offsets of their items (PS3.3 F.2.2.2). Each is the target of
 * exactly one link and items follow each other in the file, so the targets in ascending order are
 * the records in theirs. Where links are wrong, the usual order of the records tells the levels.
 */
record DirectoryRecord(DataSet set, List<DirectoryRecord> children) {
  private static final int DEEPEST = 16;

  /** The records of the highest level. */
  static List<DirectoryRecord> roots(DataSet header) {
    List<DataSet> items = header.items(Tag.DIRECTORY_RECORD_SEQUENCE);
    long first =
        offset(header, Tag.OFFSET_OF_THE_FIRST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY);
    return new Links(first, items).roots().orElseGet(() -> byOrder(items));
  }

  private static long offset(DataSet set, int tag) {
    return set.number(tag).orElse(0.0).longValue();
  }

  /** Follows the offsets. */
  private static final class Links {
    private final long first;
    private final int count;
    private final Map<Long, DataSet> at = new HashMap<>();
    private final Set<Long> seen = new HashSet<>();

    Links(long first, List<DataSet> items) {
      this.first = first;
      this.count = items.size();
      TreeSet<Long> targets = new TreeSet<>();
      targets.add(first);
      for (DataSet item : items) {
        targets.add(next(item));
        targets.add(lower(item));
      }
      targets.remove(0L);
      if (targets.size() == count) {
        int index = 0;
        for (long target : targets) {
          at.put(target, items.get(index++));
        }
      }
    }

    private static long next(DataSet item) {
      return offset(item, Tag.OFFSET_OF_THE_NEXT_DIRECTORY_RECORD);
    }

    private static long lower(DataSet item) {
      return offset(item, Tag.OFFSET_OF_REFERENCED_LOWER_LEVEL_DIRECTORY_ENTITY);
    }

    /** Nothing where the links do not reach every record exactly once. */
    Optional<List<DirectoryRecord>> roots() {
      List<DirectoryRecord> roots = chain(first, 0);
      return seen.size() == count ? Optional.of(roots) : Optional.empty();
    }

    private List<DirectoryRecord> chain(long start, int depth) {
      List<DirectoryRecord> chain = new ArrayList<>();
      long offset = start;
      while (depth < DEEPEST && at.containsKey(offset) && seen.add(offset)) {
        DataSet set = at.get(offset);
        List<DirectoryRecord> children = chain(lower(set), depth + 1);
        if (inUse(set)) {
          chain.add(new DirectoryRecord(set, children));
        }
        offset = next(set);
      }
      return chain;
    }
  }

  private static boolean inUse(DataSet set) {
    return set.number(Tag.RECORD_IN_USE_FLAG).orElse(1.0) != 0;
  }

  private static List<DirectoryRecord> byOrder(Collection<DataSet> items) {
    List<DirectoryRecord> roots = new ArrayList<>();
    List<DirectoryRecord> above = new ArrayList<>();
    for (DataSet set : items) {
      int level = level(set);
      if (!inUse(set)) {
        continue;
      }
      while (!above.isEmpty() && level(above.get(above.size() - 1).set()) >= level) {
        above.remove(above.size() - 1);
      }
      DirectoryRecord record = new DirectoryRecord(set, new ArrayList<>());
      (above.isEmpty() ? roots : above.get(above.size() - 1).children()).add(record);
      above.add(record);
    }
    return roots;
  }

  private static int level(DataSet set) {
    return switch (set.text(Tag.DIRECTORY_RECORD_TYPE).toUpperCase(Locale.ROOT)) {
      case "PATIENT" -> 0;
      case "STUDY" -> 1;
      case "SERIES" -> 2;
      default -> 3;
    };
  }
}
