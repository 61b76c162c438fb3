"""`python -m sigmoids`: the same as the command `sigmoids`."""

from sigmoids.cli import main

if __name__ == "__main__":
    main()
