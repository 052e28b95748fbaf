"""What ends child processes with the test process, however that ends."""

import ctypes
import signal

_PR_SET_PDEATHSIG = 1
"""From Linux's <linux/prctl.h>."""
_prctl = getattr(ctypes.CDLL(None), "prctl", None)


def dies_with_its_parent() -> None:
    """For `preexec_fn`: the kernel kills this process when the thread that started it is gone.

    A test process that is killed, or that times out hard, runs no fixture's end: its sandbox and its bot would go on,
    and take the processor from the next run. Other systems than Linux know nothing of the kind and leave them.
    """
    if _prctl is not None:
        _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
