"""Terms: the termbase, where its words stand in a pair, which sense holds there, and how a rendering is replaced."""
