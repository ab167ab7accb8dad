"""Words and template of documents, and what builds the template."""
