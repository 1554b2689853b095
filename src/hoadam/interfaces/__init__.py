"""Room 8: words in, words out, no judgement of their own."""
