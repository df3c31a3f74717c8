sys.stdout = open(1, "w", encoding="utf-8", errors="backslashreplace", buffering=1)
mode, work, *rest = sys.argv[1:]
try:
    if mode == "start":
        ids, file = "exact", ""
        start()
    else:
        file, ids, update, prune, force, seconds, for_pcs, *resources = rest
        seconds = int(seconds)
        atexit.register(shutil.rmtree, work, ignore_errors=True)
        bring()
except OSError as error:
    # A disk that is full, a file that is immutable, a program that is not there.
    sys.exit("error: " + shown(str(error)))
