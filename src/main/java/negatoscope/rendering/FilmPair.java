package negatoscope.rendering;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * A small picture of a film, alone and under its heat map side by side, without words.
 *
 * @param rendering how the film is shown
 * @param overlay the heat map
 * @param opacity of the heat map over the film, 0 to 1
 */
public record FilmPair(Rendering rendering, HeatOverlay overlay, double opacity) {
  private static final int GAP = 4;
  private static final float QUALITY = 0.85f;

  /**
   * The picture as a JPEG file.
   *
   * @param greatestSide of each of the two, in pixels
   */
  public byte[] jpeg(int greatestSide) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(draw(greatestSide), null, null), how);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private BufferedImage draw(int greatestSide) {
    int filmWidth = rendering.film().width();
    int filmHeight = rendering.film().height();
    double seenHeight = filmHeight * rendering.film().aspect();
    double scale = greatestSide / Math.max(filmWidth, seenHeight);
    int width = (int) Math.max(1, Math.round(filmWidth * scale));
    int height = (int) Math.max(1, Math.round(seenHeight * scale));
    BufferedImage pair = new BufferedImage(2 * width + GAP, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = pair.createGraphics();
    try {
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      BufferedImage film = HeatMapSheet.picture(rendering.preview(greatestSide));
      g.drawImage(film, 0, 0, width, height, null);
      g.drawImage(film, width + GAP, 0, width, height, null);
      BufferedImage heat = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
      int[] pixels = overlay.paint(0, 0, filmWidth, filmHeight, width, height);
      heat.getRaster().setDataElements(0, 0, width, height, pixels);
      g.setComposite(AlphaComposite.SrcOver.derive((float) Math.max(0, Math.min(1, opacity))));
      g.drawImage(heat, width + GAP, 0, null);
    } finally {
      g.dispose();
    }
    return pair;
  }
}
