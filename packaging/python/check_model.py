#!/usr/bin/env python3
"""Compares what Python's TensorFlow makes of exported models with what the workstation says.

    check_model.py MODEL_FOLDER...

A MODEL_FOLDER holds saved_model.pb, films.npy and the workstation's answers as
SIGNATURE-COUNT-OUTPUT.npy for batches of COUNT films. Every output of both signatures is compared;
the largest difference, over the largest absolute value of that output, is printed. The exit code is
1 where one is above 1e-5 (--tolerance states another limit), where an output is missing.

Needs tensorflow 2.16 or newer.
"""

import argparse
import pathlib
import sys

import numpy as np
import tensorflow as tf

OUTPUTS = {
    "serving_default": ("logits", "probabilities", "embedding"),
    "explain": ("logits", "probabilities", "embedding", "gradcam", "hirescam"),
}


def differences(folder):
    """Yields signature, count of films, output, and the relative difference of all of a model's answers."""
    model = tf.saved_model.load(str(folder), tags=["serve"])
    films = np.load(folder / "films.npy", allow_pickle=False)
    for signature, names in OUTPUTS.items():
        for count in (1, len(films)):
            found = model.signatures[signature](film=tf.constant(films[:count]))
            if set(found) != set(names):
                raise SystemExit(f"{folder}: {signature} gives {sorted(found)}, expected {sorted(names)}")
            for name in names:
                expected = np.load(folder / f"{signature}-{count}-{name}.npy", allow_pickle=False)
                if not np.isfinite(expected).all() or expected.shape != found[name].shape:
                    raise SystemExit(f"{folder}: {signature}-{count}-{name}.npy is of another shape, or no number")
                largest = max(np.abs(expected).max(), np.finfo("float32").tiny)
                yield signature, count, name, np.abs(found[name].numpy() - expected).max() / largest


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=pathlib.Path, nargs="+")
    parser.add_argument("--tolerance", type=float, default=1e-5)
    arguments = parser.parse_args()
    print(f"TensorFlow {tf.__version__}, Keras {tf.keras.__version__}")
    worst = 0.0
    for folder in arguments.folders:
        for signature, count, name, difference in differences(folder):
            mark = "" if difference <= arguments.tolerance else "  TOO LARGE"
            print(f"{folder.name:32} {signature:16} {count} film{'s' if count > 1 else ' '}  {name:14} {difference:.1e}{mark}")
            worst = max(worst, difference)
    print(f"{len(arguments.folders)} models, largest relative difference {worst:.1e}")
    return 0 if worst <= arguments.tolerance else 1


if __name__ == "__main__":
    sys.exit(main())
