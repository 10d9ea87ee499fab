package negatoscope.rendering.plot;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.List;

/** Builds a page; every text that is handed in is escaped. */
public final class Html {
  /** What every page says at its end. */
  public static final String RESEARCH_ONLY = "For research use only. Not for diagnosis.";

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ground: #ffffff; --card: #f5f6f8; --ink: #1b1f24;
        --quiet: #5b6470; --edge: #d8dce2; --accent: #2f7fc1; --warn: #8a4b00; --warnground: #fff4e0; }
      @media (prefers-color-scheme: dark) { :root { --ground: #14171c; --card: #1c2027;
        --ink: #e6e9ee; --quiet: #98a1ae; --edge: #313843; --accent: #6fb1e8; --warn: #f2b84b;
        --warnground: #2c2415; } }
      * { box-sizing: border-box; }
      body { margin: 0; background: var(--ground); color: var(--ink);
        font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
      main { max-width: 1080px; margin: 0 auto; padding: 24px 20px 64px; }
      header .use { color: var(--warn); font-weight: 600; letter-spacing: .04em; font-size: .85rem; }
      h1 { font-size: 1.7rem; line-height: 1.25; margin: .2em 0 .3em; overflow-wrap: anywhere; }
      h2 { font-size: 1.25rem; margin: 2.2em 0 .5em; padding-top: .4em;
        border-top: 1px solid var(--edge); }
      h3 { font-size: 1rem; margin: 1.4em 0 .3em; }
      p, li { max-width: 72ch; } p { margin: .5em 0; }
      .quiet, caption, figcaption { color: var(--quiet); font-size: .88rem; }
      .tiles { display: grid; gap: 12px; margin: 18px 0;
        grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); }
      .tile { background: var(--card); border: 1px solid var(--edge); border-radius: 8px;
        padding: 10px 14px; }
      .tile b { display: block; font-size: 1.5rem; font-weight: 600; }
      .note { background: var(--warnground); border-left: 4px solid var(--warn);
        border-radius: 4px; padding: 8px 16px; margin: 16px 0; }
      .note ul { margin: .3em 0; padding-left: 1.2em; }
      .scroll { overflow-x: auto; margin: 12px 0; }
      table { border-collapse: collapse; font-size: .92rem; font-variant-numeric: tabular-nums; }
      caption { text-align: left; padding-bottom: 4px; }
      th, td { padding: 5px 14px 5px 0; text-align: right; border-bottom: 1px solid var(--edge);
        white-space: pre; vertical-align: top; }
      th:first-child, td:first-child { text-align: left; white-space: normal; min-width: 9em; }
      td.words { text-align: left; white-space: normal; }
      thead th { color: var(--quiet); font-weight: 500; }
      .plots { display: grid; gap: 16px; margin: 12px 0;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 1fr)); }
      .plots > div { background: var(--card); border: 1px solid var(--edge); border-radius: 8px;
        padding: 8px; }
      .plots svg { width: 100%; height: auto; display: block; max-height: 420px; }
      .films { display: grid; gap: 16px;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr)); }
      .films figure { margin: 0; background: var(--card); border: 1px solid var(--edge);
        border-radius: 8px; overflow: hidden; }
      .films img { width: 100%; display: block; background: #000; height: 190px;
        object-fit: contain; }
      figcaption { padding: 8px 12px; overflow-wrap: anywhere; }
      figcaption b { color: var(--ink); }
      footer { margin-top: 3em; border-top: 1px solid var(--edge); padding-top: 1em; }
      @media print { .plots > div, .films figure { break-inside: avoid; } }
      """;

  private final StringBuilder page = new StringBuilder();

  /** Text that stands for itself. */
  public static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      switch (letter) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(letter < ' ' && letter != '\n' ? ' ' : letter);
      }
    }
    return safe.toString();
  }

  /** Begins a page. */
  public static Html page(String title) {
    Html html = new Html();
    html.page
        .append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
        .append(" style-src 'unsafe-inline'; img-src data:\">\n<title>")
        .append(escaped(title))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<main>\n<header>\n");
    return html.element("div", "use", "RESEARCH USE ONLY").element("h1", "", title);
  }

  /** Ends the page. */
  public String end(String footer) {
    page.append("<footer>");
    element("p", "quiet", footer);
    return page.append("</footer>\n</main>\n</body>\n</html>\n").toString();
  }

  /** Ends the page's head. */
  public Html headEnds() {
    page.append("</header>\n");
    return this;
  }

  public Html heading(String text) {
    return element("h2", "", text);
  }

  public Html subheading(String text) {
    return element("h3", "", text);
  }

  public Html paragraph(String text) {
    return element("p", "", text);
  }

  public Html quiet(String text) {
    return element("p", "quiet", text);
  }

  private Html element(String name, String kind, String text) {
    page.append('<').append(name);
    if (!kind.isEmpty()) {
      page.append(" class=\"").append(kind).append('"');
    }
    page.append('>').append(escaped(text)).append("</").append(name).append(">\n");
    return this;
  }

  /** Points one below the other. */
  public Html list(List<String> points) {
    page.append("<ul>\n");
    points.forEach(point -> element("li", "", point));
    page.append("</ul>\n");
    return this;
  }

  /** Something that must not be passed over. */
  public Html note(String title, List<String> points) {
    page.append("<div class=\"note\"><strong>").append(escaped(title)).append("</strong>\n");
    list(points);
    page.append("</div>\n");
    return this;
  }

  /** A few large numbers; each tile is a name, a number, and what is said below it. */
  public Html tiles(List<List<String>> tiles) {
    page.append("<div class=\"tiles\">\n");
    for (List<String> tile : tiles) {
      page.append("<div class=\"tile\"><span class=\"quiet\">")
          .append(escaped(tile.get(0)))
          .append("</span><b>")
          .append(escaped(tile.get(1)))
          .append("</b><span class=\"quiet\">")
          .append(escaped(tile.get(2)))
          .append("</span></div>\n");
    }
    page.append("</div>\n");
    return this;
  }

  /** A table; the first column to the left, the others to the right. */
  public Html table(List<String> head, List<List<String>> rows) {
    return table(head, rows, "");
  }

  /** A table of words. */
  public Html words(List<String> head, List<List<String>> rows) {
    return table(head, rows, " class=\"words\"");
  }

  /** A text of a table that leads somewhere; {@code path} is relative to the page, or empty. */
  public record Linked(String text, String path) {}

  /** A table of words whose first column leads to files beside the page. */
  public Html linked(List<String> head, List<Linked> first, List<List<String>> others) {
    openTable(head, " style=\"text-align:left\"");
    for (int i = 0; i < first.size(); i++) {
      page.append("<tr><td class=\"words\">").append(link(first.get(i))).append("</td>");
      cells(others.get(i), " class=\"words\"");
      page.append("</tr>\n");
    }
    return closeTable();
  }

  private static String link(Linked linked) {
    String text = escaped(linked.text());
    if (linked.path().isEmpty()) {
      return text;
    }
    try {
      String address = new URI(null, null, linked.path(), null).toASCIIString();
      return "<a href=\"" + escaped(address) + "\">" + text + "</a>";
    } catch (URISyntaxException e) {
      return text;
    }
  }

  private Html table(List<String> head, List<List<String>> rows, String kind) {
    openTable(head, kind.isEmpty() ? "" : " style=\"text-align:left\"");
    for (List<String> row : rows) {
      page.append("<tr>");
      cells(row, kind);
      page.append("</tr>\n");
    }
    return closeTable();
  }

  private void openTable(List<String> head, String style) {
    page.append("<div class=\"scroll\"><table>");
    if (!head.isEmpty()) {
      page.append("<thead><tr>");
      head.forEach(
          name ->
              page.append("<th scope=\"col\"")
                  .append(style)
                  .append('>')
                  .append(escaped(name))
                  .append("</th>"));
      page.append("</tr></thead>");
    }
    page.append("<tbody>\n");
  }

  private void cells(List<String> row, String kind) {
    row.forEach(
        cell -> page.append("<td").append(kind).append('>').append(escaped(cell)).append("</td>"));
  }

  private Html closeTable() {
    page.append("</tbody></table></div>\n");
    return this;
  }

  /** Drawings side by side; SVG as {@code Plot} makes it. */
  public Html plots(List<String> drawings) {
    page.append("<div class=\"plots\">\n");
    drawings.forEach(svg -> page.append("<div>").append(svg).append("</div>\n"));
    page.append("</div>\n");
    return this;
  }

  /** Pictures with words below them. */
  public Html films(List<Picture> pictures) {
    page.append("<div class=\"films\">\n");
    for (Picture picture : pictures) {
      page.append("<figure><img alt=\"")
          .append(escaped(picture.title()))
          .append("\" src=\"data:image/jpeg;base64,")
          .append(Base64.getEncoder().encodeToString(picture.jpeg()))
          .append("\"><figcaption><b>")
          .append(escaped(picture.title()))
          .append("</b><br>")
          .append(escaped(picture.words()))
          .append("</figcaption></figure>\n");
    }
    page.append("</div>\n");
    return this;
  }

  /** A picture with words below it. */
  public record Picture(byte[] jpeg, String title, String words) {}
}
