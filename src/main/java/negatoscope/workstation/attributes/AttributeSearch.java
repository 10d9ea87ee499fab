package negatoscope.workstation.attributes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a search leaves of the rows: the hits, and the rows above them.
 *
 * @param rows the uppermost ones
 * @param hits how many rows match
 */
public record AttributeSearch(List<Shown> rows, int hits) {
  private static final Pattern TAG =
      Pattern.compile("\\(?([0-9a-f]{4})[ ,]+([0-9a-f]{4})\\)?", Pattern.CASE_INSENSITIVE);

  /** Copies the list. */
  public AttributeSearch {
    rows = List.copyOf(rows);
  }

  /**
   * A row that is shown.
   *
   * @param hit whether it matches itself or lies below one that does
   * @param open whether something below it matches
   * @param children those below it that are shown; all of a hit without hits below
   */
  public record Shown(AttributeRow row, boolean hit, boolean open, List<Shown> children) {
    /** Copies the list. */
    public Shown {
      children = List.copyOf(children);
    }

    private static Shown closed(AttributeRow row, boolean hit) {
      List<Shown> below = row.children().stream().map(child -> closed(child, hit)).toList();
      return new Shown(row, hit, false, below);
    }
  }

  /**
   * Searches.
   *
   * @param query words that must all stand in a row's tag, name, keyword or value; a tag may be
   *     written {@code 0010,0010}, {@code (0010,0010)}, {@code 0010 0010} or {@code 00100010}; an
   *     empty one finds all
   */
  static AttributeSearch of(List<AttributeRow> rows, String query) {
    String wanted = query.strip();
    if (wanted.isEmpty()) {
      return new AttributeSearch(
          rows.stream().map(row -> Shown.closed(row, true)).toList(), count(rows));
    }
    Matcher tag = TAG.matcher(wanted);
    String plain = tag.matches() ? tag.group(1) + "," + tag.group(2) : wanted;
    int[] hits = {0};
    List<String> words = List.of(plain.toLowerCase(Locale.ROOT).split("\\s+"));
    return new AttributeSearch(search(rows, words, hits), hits[0]);
  }

  private static int count(List<AttributeRow> rows) {
    return rows.stream().mapToInt(row -> (row.isItem() ? 0 : 1) + count(row.children())).sum();
  }

  private static List<Shown> search(List<AttributeRow> rows, List<String> words, int[] hits) {
    List<Shown> shown = new ArrayList<>();
    for (AttributeRow row : rows) {
      boolean hit = !row.isItem() && words.stream().allMatch(row.searched()::contains);
      hits[0] += hit ? 1 : 0;
      List<Shown> below = search(row.children(), words, hits);
      if (!below.isEmpty()) {
        shown.add(new Shown(row, hit, true, below));
      } else if (hit) {
        shown.add(Shown.closed(row, true));
      }
    }
    return shown;
  }
}
