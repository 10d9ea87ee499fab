package negatoscope.network.weights;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import negatoscope.network.Backbone;
import org.jspecify.annotations.Nullable;

/**
 * A weight file that keras.applications loads for {@code weights="imagenet", include_top=False}:
 * where it is published, and how it is told from others. The facts are those of {@code
 * keras/src/applications/*.py} of Keras 3.15; the licences those that Keras' documentation states.
 *
 * @param backbone whose weights it holds
 * @param file its name
 * @param location where Keras fetches it
 * @param md5 32 lower-case hexadecimal digits; null where Keras states none (MobileNetV2)
 * @param tensorBytes bytes of its float32 values; the file is a little larger
 * @param licence under which the weights may be used
 */
public record OfficialWeights(
    Backbone backbone,
    String file,
    URI location,
    @Nullable String md5,
    long tensorBytes,
    String licence) {
  private static final String PLACE =
      "https://storage.googleapis.com/tensorflow/keras-applications/";
  private static final String APACHE = "Apache License 2.0, as Keras' documentation states";
  private static final String NO_TOP = "_weights_tf_dim_ordering_tf_kernels_notop.h5";

  /** The files of all backbones, in their order. */
  public static List<OfficialWeights> published() {
    return List.of(
        published(
            Backbone.VGG19,
            "vgg19/vgg19" + NO_TOP,
            "253f8cb515780f3b799900260a226db6",
            80_097_536,
            "Creative Commons Attribution 4.0 (VGG, University of Oxford), as Keras' documentation"
                + " states"),
        published(
            Backbone.DENSENET121,
            "densenet/densenet121" + NO_TOP,
            "30ee3e1110167f948a6b9946edeeb738",
            28_150_016,
            "BSD 3-Clause (Zhuang Liu), as Keras' documentation states"),
        published(
            Backbone.INCEPTION_V3,
            "inception_v3/inception_v3" + NO_TOP,
            "bcbd6486424b2319ff4ef7d526e38f63",
            87_211_136,
            APACHE),
        published(
            Backbone.INCEPTION_RESNET_V2,
            "inception_resnet_v2/inception_resnet_v2" + NO_TOP,
            "d19885ff4a710c122648d3b5c3b684e4",
            217_346_944,
            APACHE),
        published(
            Backbone.MOBILENET_V2,
            "mobilenet_v2/mobilenet_v2_weights_tf_dim_ordering_tf_kernels_1.0_224_no_top.h5",
            null,
            9_031_936,
            APACHE));
  }

  private static OfficialWeights published(
      Backbone backbone, String path, @Nullable String md5, long tensorBytes, String licence) {
    String file = path.substring(path.indexOf('/') + 1);
    return new OfficialWeights(backbone, file, URI.create(PLACE + path), md5, tensorBytes, licence);
  }

  /** The file of a backbone. */
  public static OfficialWeights of(Backbone backbone) {
    return published().stream()
        .filter(file -> file.backbone() == backbone)
        .findFirst()
        .orElseThrow();
  }

  /** The file that has an MD5, if one of them has. */
  public static Optional<OfficialWeights> ofMd5(String md5) {
    return published().stream().filter(file -> md5.equals(file.md5())).findFirst();
  }
}
