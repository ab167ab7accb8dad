"""What lives as long as the program: composition, window, realms, background work, theme, language, log."""
