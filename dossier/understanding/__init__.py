"""From an article to what it says: pure functions, values in and values out."""
