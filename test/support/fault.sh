#!/bin/bash
# Stands for each program that a script starts. The programs are counted; at the one with the number in $FAULT_AT
# the fault happens, else the program runs. What pcs wrote in an earlier run at that number is written again.
name=${0##*/}
case $name in rm | cat) exec "/usr/bin/$name" "$@" ;; esac
echo "$name" >>"$FAULTS/calls"
mapfile -t calls <"$FAULTS/calls"
n=${#calls[@]}
if [ "$n" -eq "$FAULT_AT" ]; then
  case $FAULT in
    fail) exit 1 ;;
    write) cp -- "$FAULTS/other.xml" "$CIB" ;;
    *) kill "-$FAULT" "$(<"$FAULTS/pid")" ;;
  esac
fi
PATH=$FAULTS_PATH
if [ "$name" != pcs ] || [ "${1-}" != -f ]; then exec "$name" "$@"; fi
if [ -e "$FAULTS/pcs.$n" ]; then exec cp -- "$FAULTS/pcs.$n" "$2"; fi
pcs "$@" && cp -- "$2" "$FAULTS/pcs.$n.$$" && mv -- "$FAULTS/pcs.$n.$$" "$FAULTS/pcs.$n"
