"""Mathematics that chapters and demos share; one module for each thing that is computed."""
