"""Front door of a checkout: `python cli.py article.txt` is the `extract` command."""

from extract.cli import main

if __name__ == "__main__":
    main()
