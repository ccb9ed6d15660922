"""Writing what an analysis found: speakers, claims with their spans and vectors, links, statements and threads.

Every function takes a Session first, may flush and never commits. What is written depends on the set of articles alone,
not on the order of their arrival: links join any two claims whichever came first, threads are grouped anew where a
link touches them.
"""
