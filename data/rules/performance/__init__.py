"""Queries of an event, a drill or a real one, over its journal and the situation at its end. Pure."""
