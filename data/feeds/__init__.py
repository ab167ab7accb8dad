"""The world into the model: series, bulletins, spreadsheets, geodata."""
