"""Name and version of our solver: part of every result, and of what a library of scenarios is valid for."""

NAME = "anlan-inertial 2"
