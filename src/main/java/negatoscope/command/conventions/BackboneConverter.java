package negatoscope.command.conventions;

import java.util.Arrays;
import java.util.stream.Collectors;
import negatoscope.network.Backbone;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A backbone by its id, such as {@code vgg19}, wherever a command takes one. */
public final class BackboneConverter implements ITypeConverter<Backbone> {
  @Override
  public Backbone convert(String id) {
    return Backbone.ofId(id)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "there is no backbone %s; there are %s."
                        .formatted(
                            id,
                            Arrays.stream(Backbone.values())
                                .map(Backbone::id)
                                .collect(Collectors.joining(", ")))));
  }
}
