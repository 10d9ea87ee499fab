# Part of run: clients in Python open models that the packaged program exported, and say what it says. One has the
# TensorFlow that the program has, from the package index, and Keras 2 beside it; the other is the machine's own, or a newer one.

keras_2=tf_keras==2.16.0
newer_tensorflow=tensorflow-cpu==2.18.1

# Makes a Python in target/, with packages where a module is missing, or ends the run: NAME [VENV OPTION] -- MODULE PACKAGE...
python_with() {
  local venv=target/$1 options=()
  shift
  while [ "$1" != -- ]; do options+=("$1"); shift; done
  local module=$2
  shift 2
  [ -x "$venv/bin/python" ] || python3 -m venv "${options[@]}" "$venv"
  python=$PWD/$venv/bin/python
  "$python" -c "import $module" 2>/dev/null ||
    "$python" -m pip install --quiet "$@" || fail "$* could not be installed"
  "$python" -c 'import keras, tensorflow; print("TensorFlow", tensorflow.__version__, "Keras", keras.__version__)' ||
    fail "TensorFlow for Python does not start"
}

# One model at a time, so that one is in memory: PYTHON OPTION... -- FOLDER...
check_models() {
  local checker=$1 options=()
  shift
  while [ "$1" != -- ]; do options+=("$1"); shift; done
  shift
  for folder in "$@"; do
    "$checker" packaging/python/check_model.py "${options[@]}" "$folder" | tee -a "$clients/check_model.txt" | tail -n 1
    compared=$((compared + 1))
  done
}

part "Exported models in Python's TensorFlow"
export TF_CPP_MIN_LOG_LEVEL=2
clients=target/ci/python
mkdir -p "$clients"
program=target/negatoscope/bin/negatoscope
own=$("$program" doctor | sed -n 's/^engine .*TensorFlow \([0-9.]*\),.*/\1/p')
[ -n "$own" ] || fail "doctor does not say which TensorFlow the program has"
python_with ci-python --system-site-packages -- tensorflow "$newer_tensorflow"
newer=$python
python_with "ci-python-$own" -- tensorflow "tensorflow-cpu==$own"
# It would bring another TensorFlow, with CUDA.
"$python" -m pip install --quiet --no-deps "$keras_2" || fail "$keras_2 could not be installed"
./mvnw -q -B test-compile exec:java -Dexec.classpathScope=test -Dmain.class=negatoscope.network.ClientAnswers \
  -Dexec.args="$clients/models"
compared=0
check_models "$python" -- "$clients"/models/*/*/
check_models "$newer" -- "$clients"/models/trained/*/
check_models "$newer" --float64 -- "$clients"/models/calibrated/*/
[ "$compared" -ge 26 ] || fail "only $compared comparisons of models were made"
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
"$program" models weights export mobilenet_v2_transfer_notop.h5 --out "$clients/transfer.h5"
./mvnw -q -B exec:java -Dexec.classpathScope=test -Dmain.class=negatoscope.network.FormulaFile -Dexec.args="$clients/weights"
for file in "$clients"/weights/*.h5; do
  backbone=$(basename "$file" .h5)
  check=(packaging/python/check_weights.py "$file" "$backbone"
    --picture ../shared/keras/input.png --features "../shared/keras/features/${backbone//-/}.f32")
  "$newer" "${check[@]}"
  TF_USE_LEGACY_KERAS=1 "$python" "${check[@]}"
  TF_USE_LEGACY_KERAS=1 "$python" "${check[@]}" --by-name
done
"$newer" packaging/python/check_weights.py "$clients/transfer.h5" mobilenet-v2 \
  --picture ../shared/keras/input.png --features ../shared/keras/features/mobilenet_v2_transfer.f32
done_parts+=("exported weights of all backbones in Keras 2 and 3")
done_parts+=("$compared comparisons of exported models in Python: $clients/check_model.txt")
