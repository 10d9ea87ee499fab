package negatoscope.network.backbone;

import java.util.List;
import java.util.Map;

/**
 * A layer of a backbone as Keras lists it.
 *
 * @param name Keras' name
 * @param type Keras' class, such as {@code Conv2D}
 * @param block the block of the network that it belongs to ({@link Blocks})
 * @param inbound names of the layers it reads, in their order
 * @param size rows, equal to columns, of its output
 * @param channels of its output
 * @param weights shapes by canonical name ({@code Conv1/kernel}), in Keras' order; empty for none
 */
public record Layer(
    String name,
    String type,
    String block,
    List<String> inbound,
    int size,
    int channels,
    Map<String, int[]> weights) {}
