# Part of run: a client in Python opens models that the packaged program exported, and says what it says.
# TensorFlow comes from the machine's own Python where that has it, else from its package index.

tensorflow_pin=tensorflow-cpu==2.18.1
python_venv=target/ci-python

# Makes a Python that has TensorFlow, or ends the run.
python_ready() {
  [ -x "$python_venv/bin/python" ] || python3 -m venv --system-site-packages "$python_venv"
  python=$PWD/$python_venv/bin/python
  "$python" -c 'import tensorflow' 2>/dev/null ||
    "$python" -m pip install --quiet "$tensorflow_pin" || fail "TensorFlow for Python could not be installed"
  "$python" -c 'import keras, tensorflow; print("TensorFlow", tensorflow.__version__, "Keras", keras.__version__)' ||
    fail "TensorFlow for Python does not start"
}

part "Exported models in Python's TensorFlow"
export TF_CPP_MIN_LOG_LEVEL=2
clients=target/ci/python
mkdir -p "$clients"
python_ready
./mvnw -q -B test-compile exec:java -Dexec.classpathScope=test -Dmain.class=negatoscope.network.ClientAnswers \
  -Dexec.args="$clients/models"
models=0
# One at a time, so that one model is in memory.
for folder in "$clients"/models/*/; do
  "$python" packaging/python/check_model.py "$folder" | tee -a "$clients/check_model.txt" | tail -n 1
  models=$((models + 1))
done
[ "$models" -ge 11 ] || fail "only $models models were compared"
program=target/negatoscope/bin/negatoscope
"$program" models export mobilenet-v2-films --out "$clients/exported"
"$program" classify sample-studies --format json --tensors "$clients/tensors" >"$clients/workstation.jsonl"
"$python" packaging/python/use_model.py --maps "$clients/exported" "$clients"/tensors/*.npy >"$clients/client.jsonl"
"$python" - "$clients/workstation.jsonl" "$clients/client.jsonl" <<'PYTHON'
import json, pathlib, sys
ours, theirs = ({pathlib.Path(answer["file"]).stem: answer["probabilities"] for answer in map(json.loads, open(path))}
                for path in sys.argv[1:])
assert ours and ours.keys() == theirs.keys(), (ours.keys(), theirs.keys())
worst = max(abs(ours[film][name] - theirs[film][name]) for film in ours for name in ours[film])
print(f"{len(ours)} films by classify and by use_model.py: largest difference of a probability {worst:.1e}")
sys.exit(worst > 1e-5)
PYTHON
"$program" models weights import ../shared/keras/mobilenet_v2_transfer_notop.h5 --licence MIT
"$program" models weights export mobilenet_v2_transfer_notop.h5 --out "$clients/mobilenet-v2.h5"
./mvnw -q -B test-compile exec:java -Dexec.classpathScope=test -Dmain.class=negatoscope.network.FormulaFile \
  -Dexec.args="densenet121 $clients/densenet121.h5"
"$python" packaging/python/check_weights.py "$clients/mobilenet-v2.h5" mobilenet-v2 \
  --picture ../shared/keras/input.png --features ../shared/keras/features/mobilenet_v2_transfer.f32
"$python" packaging/python/check_weights.py "$clients/densenet121.h5" densenet121 \
  --picture ../shared/keras/input.png --features ../shared/keras/features/densenet121.f32
done_parts+=("exported weights in Keras")
done_parts+=("$models exported models in Python: $clients/check_model.txt")
