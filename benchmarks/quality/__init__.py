"""How right the facts are: figures against gold files, and the gate that keeps them from falling."""
