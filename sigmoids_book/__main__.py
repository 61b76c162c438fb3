"""`python -m sigmoids_book`: the same as the command `sigmoids`."""

from sigmoids_book.cli import main

if __name__ == "__main__":
    main()
