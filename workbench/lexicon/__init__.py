"""The Chinese-English dictionary (CC-CEDICT), compiled once and memory-mapped."""
