# shellcheck shell=bash
# A screen without a screen: an X server in memory with a window manager, and hands to work a window on it. Sourced.

# Starts a screen of a size such as 1280x800 and sets DISPLAY.
screen_start() {
  local number
  number=$(mktemp)
  Xvfb -screen 0 "${1}x24" -nolisten tcp -displayfd 3 3>"$number" >/dev/null 2>&1 &
  SCREEN_PID=$!
  for _ in $(seq 100); do
    [ ! -s "$number" ] || break
    sleep 0.1
  done
  DISPLAY=:$(tr -d '[:space:]' <"$number")
  rm -f "$number"
  [ "$DISPLAY" != : ] || { echo "Xvfb did not start" >&2; return 1; }
  export DISPLAY
  # Without its task bar, whose clock never stands still.
  MANAGER_HOME=$(mktemp -d)
  echo 'ShowTaskBar=0' >"$MANAGER_HOME/preferences"
  ICEWM_PRIVCFG=$MANAGER_HOME icewm >/dev/null 2>&1 &
  MANAGER_PID=$!
}

screen_stop() {
  kill "${MANAGER_PID:-}" "${SCREEN_PID:-}" 2>/dev/null || true
  wait "${MANAGER_PID:-}" "${SCREEN_PID:-}" 2>/dev/null || true
  rm -rf "${MANAGER_HOME:-}"
  unset DISPLAY MANAGER_PID MANAGER_HOME SCREEN_PID
}

# Waits for the program's window while process $1 lives, $2 seconds at most; sets WINDOW.
window_wait() {
  for _ in $(seq "$2"); do
    WINDOW=$(xdotool search --onlyvisible --name 'Negatoscope' 2>/dev/null | tail -1) || true
    if [ -n "$WINDOW" ]; then
      xdotool windowactivate --sync "$WINDOW"
      return 0
    fi
    kill -0 "$1" 2>/dev/null || { echo "the program ended before its window was there" >&2; return 1; }
    sleep 1
  done
  echo "no window within $2 s" >&2
  return 1
}

# Keeps what the screen shows.
shot() {
  mkdir -p "$(dirname "$1")"
  import -window root "$1"
}

# Shoots until the screen stands still, $2 seconds at most; keeps the last picture as $1.
settle() {
  local before after
  before=
  for _ in $(seq "$2"); do
    shot "$1"
    after=$(identify -format '%#' "$1")
    [ "$after" != "$before" ] || return 0
    before=$after
    sleep 1
  done
}

# How many pixels differ between two pictures.
differing() {
  compare -metric AE "$1" "$2" null: 2>&1 || true
}

# Fails unless at least $3 pixels differ between pictures $1 and $2.
must_differ() {
  local count
  count=$(differing "$1" "$2")
  # ImageMagick writes large numbers as 1.23e+06.
  awk -v count="$count" -v least="$3" 'BEGIN { exit !(count + 0 >= least) }' ||
    { echo "$2 differs from $1 in $count pixels only" >&2; return 1; }
}

# Copies the shown answer by Ctrl+C until it is there, $1 seconds at most; prints it.
copied_answer() {
  local text
  for _ in $(seq "$1"); do
    xdotool key ctrl+c
    sleep 1
    text=$(timeout 5 xclip -o -selection clipboard 2>/dev/null) || text=
    case $text in
      *%*)
        printf '%s\n' "$text"
        return 0
        ;;
    esac
  done
  echo "no answer could be copied within $1 s" >&2
  return 1
}

# Closes the window as its user would and waits for process $1, $2 seconds at most; gives its exit code.
window_close() {
  wmctrl -i -c "$WINDOW"
  for _ in $(seq "$2"); do
    kill -0 "$1" 2>/dev/null || { wait "$1"; return; }
    sleep 1
  done
  echo "the program did not end when its window was closed" >&2
  kill "$1" 2>/dev/null || true
  return 1
}
