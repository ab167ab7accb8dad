"""What one screen shows and asks: passive panels, the situation in, wishes out."""
