"""Commands of outcome: options, provision, comparison, integrity, factoring."""
