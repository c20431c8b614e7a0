"""Pure functions over strings: neutralising, cells, wrapping, scripts, tokens, sentences, numbers, differences."""
