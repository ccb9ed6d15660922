"""Said Before: who said it, in which words, how often, and since when."""
