#!/usr/bin/env python3
"""Loads weights that Negatoscope exported into Keras, and compares what the network then says.

    check_weights.py WEIGHTS.h5 BACKBONE --picture PICTURE.png --features MAP.f32
    check_weights.py WEIGHTS.h5 BACKBONE --model FOLDER

WEIGHTS.h5 is what "negatoscope models weights export" wrote, BACKBONE its name there. Keras' own
network of that name takes the weights by load_weights, in order or with --by-name. The first form
compares its last feature map with float32 values, h x w x c, of the same 8-bit grey picture; the
second builds the whole network, with the head of the model's card, and compares its probabilities
with those of the SavedModel. The exit code is 1 where the probabilities differ by more than 1e-5, or the maps by more than 5e-5 of the
largest value; --tolerance states another limit. Maps are computed in double precision here: what is
left is the rounding of the given ones, up to 4.2e-5 in MobileNetV2 with drawn weights.

Needs tensorflow 2.16 or newer; with TF_USE_LEGACY_KERAS=1 and tf_keras the check is that of Keras 2.
"""

import argparse
import importlib
import json
import os
import pathlib
import sys

import numpy as np
import tensorflow as tf

# The switch is TensorFlow's own.
keras = importlib.import_module("tf_keras" if os.environ.get("TF_USE_LEGACY_KERAS") == "1" else "keras")
layers = keras.layers
APPLICATIONS = {
    "vgg19": (keras.applications.VGG19, keras.applications.vgg19),
    "densenet121": (keras.applications.DenseNet121, keras.applications.densenet),
    "inception-v3": (keras.applications.InceptionV3, keras.applications.inception_v3),
    "inception-resnet-v2": (keras.applications.InceptionResNetV2, keras.applications.inception_resnet_v2),
    "mobilenet-v2": (keras.applications.MobileNetV2, keras.applications.mobilenet_v2),
}


def published(x, head):
    """The head that the paper's authors released."""
    x = layers.LSTM(head["units"], activation="relu", return_sequences=True, name="lstm")(x)
    x = layers.BatchNormalization(name="lstm_bn")(x)
    x = layers.Flatten()(x)
    for name in ("fc1", "fc2"):
        x = layers.Dense(head["dense"], activation="relu", name=name)(x)
        x = layers.BatchNormalization(name=name + "_bn")(x)
    return x


def compact(x, head):
    """One to three LSTM layers, then their last state or the mean over time."""
    for n in range(head["layers"]):
        last = n == head["layers"] - 1
        number = f"_{n}" if n else ""
        lstm = layers.LSTM(head["units"], return_sequences=not last or head["pooling"] == "mean", name="lstm" + number)
        x = (layers.Bidirectional(lstm, name="bidirectional" + number) if head["bidirectional"] else lstm)(x)
    return layers.GlobalAveragePooling1D()(x) if head["pooling"] == "mean" else x


def backbone(name, side):
    return APPLICATIONS[name][0](include_top=False, weights=None, input_shape=(side, side, 3))


def with_head(base, card):
    channels = base.output.shape[-1]
    x = layers.Reshape((-1, channels))(base.output)
    x = (published if card["head"]["type"] == "published" else compact)(x, card["head"])
    return keras.Model(base.input, layers.Dense(len(card["classes"]), name="dense")(x))


def scaled(grey, name, head=None):
    """Grey 0 to 255, [n, side, side, 1], as the backbone takes it."""
    rgb = np.repeat(grey.astype(keras.backend.floatx()), 3, axis=-1)
    if head == "published":
        return rgb / 255
    return APPLICATIONS[name][1].preprocess_input(rgb)


def load(model, arguments):
    if arguments.by_name:
        model.load_weights(arguments.weights, by_name=True)
    else:
        model.load_weights(arguments.weights)


def check_features(arguments):
    """The largest difference between the last feature map and the given one, over its largest value."""
    keras.backend.set_floatx("float64")
    grey = tf.io.decode_png(arguments.picture.read_bytes(), channels=1).numpy()[np.newaxis]
    model = backbone(arguments.backbone, grey.shape[1])
    load(model, arguments)
    found = model.predict(scaled(grey, arguments.backbone), verbose=0).ravel()
    expected = np.fromfile(arguments.features, "<f4")
    return np.abs(found - expected).max() / np.abs(expected).max()


def check_model(arguments):
    """The largest difference between probabilities of Keras' network and of the SavedModel."""
    card = json.loads((arguments.model / "card.json").read_text("utf-8"))
    side = card["input"]["side"]
    model = with_head(backbone(arguments.backbone, side), card)
    load(model, arguments)
    grey = np.random.default_rng(1).integers(0, 256, (4, side, side, 1)).astype("float32")
    logits = model.predict(scaled(grey, arguments.backbone, card["head"]["type"]), verbose=0)
    calibration = card.get("calibration") or {}
    found = tf.nn.softmax(logits / calibration.get("temperature", 1.0)).numpy()
    served = tf.saved_model.load(str(arguments.model), tags=["serve"])
    expected = served.signatures["serving_default"](film=tf.constant(grey))["probabilities"].numpy()
    return np.abs(found - expected).max()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=pathlib.Path)
    parser.add_argument("backbone", choices=sorted(APPLICATIONS))
    parser.add_argument("--picture", type=pathlib.Path)
    parser.add_argument("--features", type=pathlib.Path)
    parser.add_argument("--model", type=pathlib.Path)
    parser.add_argument("--by-name", action="store_true")
    parser.add_argument("--tolerance", type=float)
    arguments = parser.parse_args()
    if arguments.model is None and (arguments.picture is None or arguments.features is None):
        parser.error("name --picture and --features, or --model")
    if arguments.model is None:
        what, limit, difference = "feature map", 5e-5, check_features(arguments)
    else:
        what, limit, difference = "probabilities", 1e-5, check_model(arguments)
    print(f"{arguments.weights.name} in Keras {keras.__version__}: largest difference of the {what} {difference:.2g}")
    return 0 if difference <= (limit if arguments.tolerance is None else arguments.tolerance) else 1


if __name__ == "__main__":
    sys.exit(main())
