"""A command that ends with whoever started it."""

import _thread
import os
import signal
import sys
import threading


def end_with_starter() -> None:
    """From now on the end of standard input stops the command, as Ctrl-C would: also if its starter was killed."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where a shell started it in the background
    threading.Thread(target=_wait, daemon=True).start()


def _wait() -> None:
    while os.read(sys.stdin.fileno(), 1024):
        pass
    if hasattr(signal, "pthread_kill"):  # wakes a sleeping main thread, too
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
    else:
        _thread.interrupt_main()
