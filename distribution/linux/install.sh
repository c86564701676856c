#!/bin/sh
# Puts Second Image into the menu of this user, with its icon and the type of its case files. Needs no Python.
#   ./install.sh            put it there
#   ./install.sh --remove   take it away again
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
bin=$HOME/.local/bin
desktop=$data/applications/second-image.desktop
mime=$data/mime/packages/second-image.xml
icons=$data/icons/hicolor

renew() {
    for command in "update-desktop-database $data/applications" "update-mime-database $data/mime" \
        "gtk-update-icon-cache -q -t $icons"; do
        program=${command%% *}
        if command -v "$program" >/dev/null 2>&1; then $command >/dev/null 2>&1 || true; fi
    done
}

if [ "${1:-}" = "--remove" ]; then
    rm -f "$desktop" "$mime" "$bin/second-image" "$icons"/*/apps/second-image.png "$icons/scalable/apps/second-image.svg"
    renew
    echo "Second Image was taken out of the menu; the folder $here and your library are as they were."
    exit 0
fi

mkdir -p "$data/applications" "$data/mime/packages" "$icons/scalable/apps" "$bin"
# In a desktop entry a path with spaces stands in quotes, and a percent sign is doubled.
program=$(printf '%s' "$here/second-image" | sed -e 's/[\\"`$]/\\\\&/g' -e 's/%/%%/g')
while IFS= read -r line; do
    case $line in
        Exec=*) printf 'Exec="%s" open %%f\n' "$program" ;;
        *) printf '%s\n' "$line" ;;
    esac
done <"$here/share/second-image.desktop" >"$desktop"
cp "$here/share/second-image-mime.xml" "$mime"
cp "$here/share/second-image.svg" "$icons/scalable/apps/second-image.svg"
for picture in "$here"/share/second-image-*.png; do
    size=${picture##*-}
    size=${size%.png}
    mkdir -p "$icons/${size}x$size/apps"
    cp "$picture" "$icons/${size}x$size/apps/second-image.png"
done
ln -sf "$here/second-image" "$bin/second-image"
renew
echo "Second Image is in the menu. In a terminal: second-image --help (if $bin is on your PATH)."
