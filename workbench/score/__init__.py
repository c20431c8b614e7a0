"""Numbers about quality: the estimate without a reference, human marks counted, and the reference metrics."""
