"""`python -m workbench` is the console script."""

from workbench.cli.main import main

if __name__ == "__main__":
    main()
