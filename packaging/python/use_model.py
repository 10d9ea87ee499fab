#!/usr/bin/env python3
"""Asks an exported Negatoscope model about films, with TensorFlow alone.

    negatoscope models export NAME --out MODEL_FOLDER
    negatoscope classify FILM... --model NAME --tensors TENSORS
    use_model.py MODEL_FOLDER TENSORS/*.npy

A tensor is a film as the network sees it: grey values 0 to 255, float32, [side, side, 1], as
"classify --tensors" writes it. For each a line of JSON is printed: class, probabilities by class,
logits, the embedding (what the last layer reads), and with --maps the Grad-CAM and HiResCAM map of
each class, h x w, not normalised. Research use only.

Needs tensorflow 2.16 or newer.
"""

import argparse
import json
import pathlib

import numpy as np
import tensorflow as tf


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=pathlib.Path, help="folder of an exported model")
    parser.add_argument("tensors", type=pathlib.Path, nargs="+", help="films as .npy files")
    parser.add_argument("--maps", action="store_true", help="also where the network looked")
    arguments = parser.parse_args()

    card = json.loads((arguments.model / "card.json").read_text("utf-8"))
    model = tf.saved_model.load(str(arguments.model), tags=["serve"])
    ask = model.signatures["explain" if arguments.maps else "serving_default"]
    for path in arguments.tensors:
        film = np.load(path, allow_pickle=False)
        outputs = {name: value.numpy()[0] for name, value in ask(film=tf.constant(film[np.newaxis])).items()}
        probabilities = dict(zip(card["classes"], outputs["probabilities"].tolist()))
        answer = {
            "file": str(path),
            "class": max(probabilities, key=probabilities.get),
            "probabilities": probabilities,
            "logits": dict(zip(card["classes"], outputs["logits"].tolist())),
            "embedding": outputs["embedding"].tolist(),
            "model": {"name": card["name"], "id": card["id"]},
        }
        for method in ("gradcam", "hirescam") if arguments.maps else ():
            answer[method] = dict(zip(card["classes"], outputs[method].tolist()))
        print(json.dumps(answer))


if __name__ == "__main__":
    main()
