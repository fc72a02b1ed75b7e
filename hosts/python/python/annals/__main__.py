"""The command `annals`: what is typed is done by the same code as that of the program."""

import signal
import sys

from ._annals import command


def main() -> None:
    # Python only takes note of an interrupt, and would not act on it before the command returns.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.stdout.flush()
    sys.exit(command(["annals", *sys.argv[1:]]))


if __name__ == "__main__":
    main()
