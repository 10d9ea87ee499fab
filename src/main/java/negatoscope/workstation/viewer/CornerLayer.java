package negatoscope.workstation.viewer;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * The texts in the film's corners.
 *
 * <p>Nothing is cut off: a corner takes what its neighbour leaves, and wraps there. Where the pane
 * is small the letters are, and the lines nearest the middle go first; the notice stays.
 */
final class CornerLayer extends Region {
  private static final double MARGIN = 10;
  private static final double GAP = 16;

  /** The share of the height that the texts above, and those below, may take. */
  private static final double SHARE = 0.36;

  private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");

  private final Text patient = corner(HPos.LEFT, "patient");
  private final Text study = corner(HPos.RIGHT, "study");
  private final Text display = corner(HPos.LEFT, "display");
  private final Text notice = corner(HPos.RIGHT, "notice");
  private CornerTexts texts = CornerTexts.NONE;

  CornerLayer() {
    getStyleClass().add("corners");
    setMouseTransparent(true);
    getChildren().addAll(patient, study, display, notice);
    widthProperty().addListener(property -> chooseLetters());
    heightProperty().addListener(property -> chooseLetters());
    for (Text text : List.of(patient, study, display, notice)) {
      text.fontProperty().addListener(property -> requestLayout());
    }
  }

  private void chooseLetters() {
    pseudoClassStateChanged(SMALL, getWidth() < 420 || getHeight() < 340);
  }

  private static Text corner(HPos side, String name) {
    Text text = new Text();
    text.getStyleClass().addAll("corner", name);
    text.setId("corner-" + name);
    text.setTextAlignment(side == HPos.LEFT ? TextAlignment.LEFT : TextAlignment.RIGHT);
    text.setManaged(false);
    return text;
  }

  void show(CornerTexts now) {
    texts = now;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double room = (getHeight() - 2 * MARGIN) * SHARE;
    row(display, texts.display(), notice, texts.notice(), room, true);
    row(patient, texts.patient(), study, texts.study(), room, false);
    double bottom = getHeight() - MARGIN;
    put(patient, MARGIN, MARGIN);
    put(study, getWidth() - MARGIN - width(study), MARGIN);
    put(display, MARGIN, bottom - height(display));
    put(notice, getWidth() - MARGIN - width(notice), bottom - height(notice));
  }

  /** Fills two corners side by side, dropping inner lines until they are no higher than room. */
  private void row(
      Text left, List<String> lefts, Text right, List<String> rights, double room, boolean foot) {
    int keep = Math.max(lefts.size(), rights.size());
    do {
      left.setText(outer(lefts, keep, foot));
      right.setText(outer(rights, keep, foot));
      share(left, right, Math.max(1, getWidth() - 2 * MARGIN));
      keep--;
    } while (keep >= (foot ? 1 : 0) && Math.max(height(left), height(right)) > room);
  }

  private static String outer(List<String> lines, int keep, boolean foot) {
    int from = foot ? Math.max(0, lines.size() - keep) : 0;
    return String.join("\n", lines.subList(from, Math.min(lines.size(), from + keep)));
  }

  private static void share(Text left, Text right, double width) {
    left.setWrappingWidth(0);
    right.setWrappingWidth(0);
    double free = width - GAP;
    double one = width(left);
    double other = width(right);
    if (one + other <= free || one == 0 || other == 0) {
      limit(left, one, other == 0 ? width : one);
      limit(right, other, one == 0 ? width : other);
      return;
    }
    double half = free / 2;
    double forLeft = other < half ? free - other : one < half ? one : half;
    limit(left, one, Math.max(1, forLeft));
    limit(right, other, Math.max(1, free - forLeft));
  }

  private static void limit(Text text, double natural, double most) {
    text.setWrappingWidth(natural > most ? Math.floor(most) : 0);
  }

  private static double width(Text text) {
    return text.getText().isEmpty() ? 0 : Math.ceil(text.getLayoutBounds().getWidth());
  }

  private static double height(Text text) {
    return text.getText().isEmpty() ? 0 : Math.ceil(text.getLayoutBounds().getHeight());
  }

  private void put(Text text, double x, double y) {
    text.relocate(snapPositionX(x), snapPositionY(y));
  }
}
