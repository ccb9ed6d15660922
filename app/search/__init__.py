"""Reading: the vector index, the words index, and the read models of pages and exports. Nothing here writes."""
