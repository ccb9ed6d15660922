"""How good the machine is on the seeds: gold articles in, figures out.

Decision: the seeds go through the same saving and the same pipeline as any article, on a database of their own; nothing
here is ever used to set a threshold.
"""
