"""The flow at 花园口 one to three days ahead: learned from the daily bulletin, tested against no change."""
