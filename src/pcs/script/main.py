sys.stdout = open(1, "w", encoding="utf-8", errors="backslashreplace", buffering=1)
mode, work, *rest = sys.argv[1:]
if mode == "start":
    ids, file = "exact", ""
    start()
else:
    file, ids, update, prune, force, seconds, for_pcs, *resources = rest
    seconds = int(seconds)
    atexit.register(shutil.rmtree, work, ignore_errors=True)
    bring()
