"""What a pair of texts says about itself: which words account for which, and what stands unaccounted for."""
