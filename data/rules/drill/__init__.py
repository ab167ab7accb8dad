"""The engine of a drill: which injects are due, what they let happen, what the scene withholds. Pure."""
