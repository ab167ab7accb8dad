"""Documents that leave the desk."""
