package negatoscope.workstation.trainer.step;

import java.util.Optional;
import javafx.scene.Node;

/**
 * A step as it is seen.
 *
 * @param step without its view
 * @param content what is seen of it
 * @param first where the keyboard goes when the user comes here; empty for the button that leads on
 */
public record StepView(Step step, Node content, Optional<Node> first) {}
