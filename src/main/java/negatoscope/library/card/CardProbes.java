package negatoscope.library.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the model still answers when part of each film is blacked out: what it reads beside the
 * lungs.
 *
 * @param lungsAway the lungs' box (x 15–85 %, y 15–80 %) blacked out
 * @param borderOnly the inner 70 % × 70 % blacked out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CardProbes(@Nullable Probe lungsAway, @Nullable Probe borderOnly) {
  /**
   * Figures under one probe.
   *
   * @param accuracy share that is right
   * @param macroAuc null where it is not defined
   * @param retrained whether the model was trained anew on films so blacked out
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Probe(double accuracy, @Nullable Double macroAuc, boolean retrained) {}
}
