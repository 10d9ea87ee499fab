#!/usr/bin/env python3
"""Compares what Python's TensorFlow makes of exported models with what the workstation says.

    check_model.py MODEL_FOLDER...
    check_model.py --float64 MODEL_FOLDER...

A MODEL_FOLDER holds saved_model.pb, films.npy and the workstation's answers as
SIGNATURE-COUNT-OUTPUT.npy for batches of COUNT films. Every output of both signatures is compared;
the largest difference, over the largest absolute value of that output, is printed. The exit code is
1 where one is above 1e-5 (--tolerance states another limit), where an output is missing or is 0
throughout.

Two versions of TensorFlow have different kernels, which round differently, and weights that nothing
trained make much of it. With --float64 both answers are compared with the same graph's in double
precision too, and a model passes also where the workstation's largest error is at most twice
Python's own.

Needs tensorflow 2.16 or newer.
"""

import argparse
import pathlib
import sys

import numpy as np
import tensorflow as tf
from tensorflow.core.protobuf import saved_model_pb2

FLOAT, DOUBLE = tf.float32.as_datatype_enum, tf.float64.as_datatype_enum
OUTPUTS = {
    "serving_default": ("logits", "probabilities", "embedding"),
    "explain": ("logits", "probabilities", "embedding", "gradcam", "hirescam"),
}


def in_double(graph):
    """The same graph in double precision; its constants are exact."""
    double = tf.compat.v1.GraphDef()
    double.CopyFrom(graph)
    for node in double.node:
        node.attr.pop("_output_shapes", None)
        for attribute in node.attr.values():
            if attribute.HasField("tensor") and attribute.tensor.dtype == FLOAT:
                values = tf.make_ndarray(attribute.tensor).astype("float64")
                attribute.tensor.CopyFrom(tf.make_tensor_proto(values))
            elif attribute.type == FLOAT:
                attribute.type = DOUBLE
    return double


def exact(folder, signature, films):
    """What a signature gives in double precision, by the outputs' names."""
    stored = saved_model_pb2.SavedModel.FromString((folder / "saved_model.pb").read_bytes())
    meta = stored.meta_graphs[0]
    signature = meta.signature_def[signature]
    fetched = {name: output.name for name, output in signature.outputs.items()}
    with tf.Graph().as_default() as graph, tf.compat.v1.Session(graph=graph) as session:
        tf.import_graph_def(in_double(meta.graph_def), name="")
        return session.run(fetched, {signature.inputs["film"].name: films.astype("float64")})


def answers(folder, double):
    """Yields signature, count of films, output, and what the workstation, Python and double precision say."""
    model = tf.saved_model.load(str(folder), tags=["serve"])
    films = np.load(folder / "films.npy", allow_pickle=False)
    for signature, names in OUTPUTS.items():
        truth = exact(folder, signature, films) if double else None
        for count in (1, len(films)):
            found = model.signatures[signature](film=tf.constant(films[:count]))
            if set(found) != set(names):
                raise SystemExit(f"{folder}: {signature} gives {sorted(found)}, expected {sorted(names)}")
            for name in names:
                ours = np.load(folder / f"{signature}-{count}-{name}.npy", allow_pickle=False)
                if not np.isfinite(ours).all() or ours.shape != found[name].shape:
                    raise SystemExit(f"{folder}: {signature}-{count}-{name}.npy is of another shape, or no number")
                if not ours.any() and count > 1:
                    raise SystemExit(f"{folder}: {signature}-{count}-{name}.npy is 0 throughout, which shows nothing")
                yield signature, count, name, ours, found[name].numpy(), truth and truth[name][:count]


def distance(one, other):
    """The largest difference of two outputs over the largest absolute value."""
    return np.abs(one - other).max() / max(np.abs(other).max(), np.finfo("float32").tiny)


def check(folder, tolerance, double):
    """Prints a line an output; returns the model's largest difference, and whether it passes."""
    worst = ours_worst = theirs_worst = 0.0
    for signature, count, name, ours, theirs, truth in answers(folder, double):
        difference = distance(theirs, ours)
        line = f"{folder.name:32} {signature:16} {count} film{'s' if count > 1 else ' '}  {name:14} {difference:.1e}"
        if truth is not None:
            errors = distance(ours, truth), distance(theirs, truth)
            line += f"  from double precision: workstation {errors[0]:.1e}, Python {errors[1]:.1e}"
            ours_worst, theirs_worst = max(ours_worst, errors[0]), max(theirs_worst, errors[1])
        print(line + ("" if difference <= tolerance else "  ABOVE THE LIMIT"))
        worst = max(worst, difference)
    summary = f"{folder.name}: largest relative difference {worst:.1e}"
    if double:
        summary += f"; from double precision: workstation {ours_worst:.1e}, Python {theirs_worst:.1e}"
    print(summary)
    return worst <= tolerance or (double and ours_worst <= 2 * theirs_worst)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=pathlib.Path, nargs="+")
    parser.add_argument("--tolerance", type=float, default=1e-5)
    parser.add_argument("--float64", action="store_true", help="compare with double precision too")
    arguments = parser.parse_args()
    print(f"TensorFlow {tf.__version__}")
    passed = [check(folder, arguments.tolerance, arguments.float64) for folder in arguments.folders]
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main())
