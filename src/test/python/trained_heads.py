"""Writes what Keras makes of stacked and bidirectional LSTM heads over five updates, for TrainedHeadsTest.

    python3 src/test/python/trained_heads.py src/test/resources/negatoscope/network/trained_heads.json

Needs TensorFlow with Keras 3. Features, weights and figures are those of ../shared/keras/README.md, so that the
weights need not be kept; the fields are those of training.json there.
"""

import json
import os
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
import keras
import numpy as np
import tensorflow as tf

SAMPLES, STEPS, CHANNELS, UNITS, CLASSES = 6, 9, 16, 8, 3
RATE, UPDATES = 1e-3, 5
CASES = {
    "two_layers": dict(layers=2, bidirectional=False, pooling="last", dropout=False),
    "three_layers_mean": dict(layers=3, bidirectional=False, pooling="mean", dropout=False),
    "bidirectional": dict(layers=1, bidirectional=True, pooling="last", dropout=False),
    "two_bidirectional_mean": dict(layers=2, bidirectional=True, pooling="mean", dropout=False),
    "three_bidirectional_dropout": dict(layers=3, bidirectional=True, pooling="last", dropout=True),
}


def uniform(name, count):
    """Numbers from [0, 1) that follow from a name: FNV-1a, then SplitMix64."""
    seed = 0xCBF29CE484222325
    for byte in name.encode():
        seed = (seed ^ byte) * 0x100000001B3 % 2**64
    with np.errstate(over="ignore"):
        z = np.uint64(seed) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return ((z ^ (z >> np.uint64(31))) >> np.uint64(40)).astype(np.float64) / 2**24


def formula(name, shape):
    u = uniform(name, int(np.prod(shape)))
    variable = name.rsplit("/", 1)[1]
    if variable == "kernel":
        values = (2 * u - 1) * np.sqrt(6 / np.prod(shape[:-1]))
    elif variable == "recurrent_kernel":
        values = (2 * u - 1) * (np.sqrt(6 / shape[0]) * 0.5)
    elif variable == "bias":
        values = (2 * u - 1) * 0.05
        if "lstm" in name:
            values[shape[0] // 4 : shape[0] // 2] += 1
    else:
        values = 2 * u - 1
    return values.reshape(shape).astype(np.float32)


def network(layers, bidirectional, pooling, dropout):
    """What a head gives for a sequence and a mask by which the last dense layer's input is multiplied."""
    sequence = x = keras.Input((STEPS, CHANNELS))
    for layer in range(layers):
        number = f"_{layer}" if layer else ""
        whole = layer < layers - 1 or pooling == "mean"
        lstm = keras.layers.LSTM(UNITS, return_sequences=whole, name="lstm" + number)
        x = (keras.layers.Bidirectional(lstm, name="bidirectional" + number) if bidirectional else lstm)(x)
    if pooling == "mean":
        x = keras.layers.GlobalAveragePooling1D()(x)
    mask = keras.Input(x.shape[1:])
    logits = keras.layers.Dense(CLASSES, name="dense")(keras.layers.Multiply()([x, mask]))
    return keras.Model([sequence, mask], logits)


def canonical(variable):
    return variable.path.replace("/lstm_cell", "")


def figures(values):
    values = np.asarray(values)
    wide = values.astype(np.float64)
    return dict(
        shape=list(values.shape),
        sum=float(wide.sum()),
        abs_sum=float(np.abs(wide).sum()),
        l2=float(np.sqrt((wide**2).sum())),
        first8=[float(str(value)) for value in values.ravel()[:8]],
    )


def named(variables, values):
    return {canonical(variable): figures(value) for variable, value in zip(variables, values)}


def trace(**case):
    keras.backend.clear_session()
    model = network(**case)
    weights = model.trainable_weights
    for weight in weights:
        weight.assign(formula(canonical(weight), tuple(weight.shape)))
    size = UNITS * (2 if case["bidirectional"] else 1)
    kept = (uniform("train/dropout", SAMPLES * size) < 0.5) * 2.0 if case["dropout"] else np.ones(SAMPLES * size)
    mask = kept.reshape(SAMPLES, size).astype(np.float32)
    features = formula("train/features", (SAMPLES, STEPS, CHANNELS))
    labels = [k % CLASSES for k in range(SAMPLES)]
    cross_entropy = keras.losses.CategoricalCrossentropy(from_logits=True)
    optimiser = keras.optimizers.RMSprop(RATE, rho=0.9, epsilon=1e-7)
    found = dict(case, samples=SAMPLES, steps_in_sequence=STEPS, channels=CHANNELS, units=UNITS, labels=labels)
    found.update(dropout_mask=mask.ravel().tolist(), learning_rate=RATE, updates=UPDATES, loss=[])
    after = {}
    for update in range(UPDATES + 1):
        with tf.GradientTape() as tape:
            logits = model([features, mask], training=True)
            loss = cross_entropy(np.eye(CLASSES, dtype=np.float32)[labels], logits)
        found["loss"].append(float(str(loss.numpy())))
        if update == UPDATES:
            break
        gradients = tape.gradient(loss, weights)
        if update == 0:
            found["probabilities_first_sample"] = [float(str(p)) for p in keras.ops.softmax(logits)[0].numpy()]
            found["first_gradients"] = named(weights, gradients)
        optimiser.apply(gradients, weights)
        if update + 1 in (1, UPDATES):
            after[str(update + 1)] = named(weights, weights)
    found["weights_after_update"] = after
    found["squared_gradient_average_after_last_update"] = named(weights, optimiser._velocities)
    return found


if __name__ == "__main__":
    reference = dict(made_with=f"tensorflow {tf.__version__}, keras {keras.__version__}")
    reference.update({name: trace(**case) for name, case in CASES.items()})
    lines = (f"{json.dumps(name)}: {json.dumps(value)}" for name, value in reference.items())
    with open(sys.argv[1], "w") as out:
        out.write("{\n" + ",\n".join(lines) + "\n}\n")
